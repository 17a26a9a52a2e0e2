package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.record.CodeFinding;
import cn.publiccredit.subject.record.CodeFinding.Kind;
import cn.publiccredit.subject.rulebook.CatalogItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with the subject's own code in a row that was rejected, for code governance. */
final class WrongCode {

    /** As code set subject-kinds calls a natural person, whose name the desk of code governance need not know. */
    private static final String PERSON = "自然人";

    private static final String RULES = "uscc-";

    private WrongCode() {}

    static Optional<CodeFinding> of(CatalogItem item, Header header, Row row, List<BrokenRule> broken) {
        String column = item.roles().get("uscc");
        BrokenRule rule = broken.stream()
                .filter(b -> b.column().equals(column) && b.rule().startsWith(RULES)).findFirst().orElse(null);
        if (column == null || rule == null) {
            return Optional.empty();
        }
        Kind kind = rule.rule().equals(Rule.USCC_PLACEHOLDER.id()) ? Kind.PLACEHOLDER : Kind.WRONG;
        String name = cell(item, header, row, item.roles().get("subjectName"));
        boolean person = PERSON.equals(cell(item, header, row, item.roles().get("subjectKind")));
        return Optional.of(new CodeFinding(kind, row.number(), cell(item, header, row, column),
                person ? hidden(name) : name, null));
    }

    private static String hidden(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static String cell(CatalogItem item, Header header, Row row, @Nullable String column) {
        for (int i = 0; i < item.columns().size(); i++) {
            int cell = header.cellOf()[i];
            if (item.columns().get(i).code().equals(column) && cell >= 0 && cell < row.cells().size()) {
                return Texts.trimmed(row.cells().get(cell));
            }
        }
        return "";
    }
}
