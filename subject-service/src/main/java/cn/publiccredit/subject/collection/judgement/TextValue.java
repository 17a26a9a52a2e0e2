package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.Column;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Free text, and codes of a pattern. */
final class TextValue implements ValueReader {

    private final Column column;
    private final @Nullable Pattern pattern;

    TextValue(Column column) {
        this.column = column;
        this.pattern = column.pattern() == null ? null : Pattern.compile(column.pattern());
    }

    @Override
    public @Nullable String read(String cell, Complaints complaints) {
        if (pattern != null && !pattern.matcher(cell).matches()) {
            complaints.broken(column, Rule.PATTERN, "的格式不符合数据标准：" + Texts.quoted(cell) + "，请核对后更正",
                    "does not have the form of the data standard (" + pattern.pattern() + "): " + Texts.quotedInEnglish(cell)
                            + "; correct it");
            return null;
        }
        return cell;
    }
}
