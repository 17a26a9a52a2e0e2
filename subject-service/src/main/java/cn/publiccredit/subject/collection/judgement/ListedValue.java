package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values out of a closed list, one or, where the column says so, several. */
final class ListedValue implements ValueReader {

    private final Column column;
    private final Set<String> allowed;
    private final Map<String, String> spellings;
    private final String separators;

    ListedValue(Column column) {
        this.column = column;
        this.allowed = Set.copyOf(column.allowed());
        this.spellings = column.spellings().stream().collect(
                Collectors.toUnmodifiableMap(Column.Spelling::text, Column.Spelling::value, (first, again) -> first));
        this.separators = column.multiple() == null ? "" : column.multiple();
    }

    @Override
    public @Nullable String read(String cell, Complaints complaints) {
        if (allowed.contains(cell)) {
            return cell;
        }
        List<String> values = (separators.isEmpty() ? List.of(cell) : withNotesWhole(parts(cell, separators))).stream()
                .map(value -> meant(value, complaints)).toList();
        List<String> wrong = new ArrayList<>();
        for (String value : values) {
            if (!allowed.contains(value) && !isAllowedByPrefix(value)) {
                wrong.add(value);
            }
        }
        if (wrong.isEmpty()) {
            return separators.isEmpty() ? values.getFirst() : String.join(String.valueOf(separators.charAt(0)), values);
        }
        complaints.broken(column, Rule.NOT_ALLOWED, "的值" + Texts.quoted(String.join("、", wrong)) + "不在允许范围内，应为："
                + String.join("、", column.allowed())
                + (column.allowedPrefix().isEmpty() ? "" : "，或" + String.join("、", column.allowedPrefix()) + "加说明")
                + (separators.isEmpty() ? "" : "；多个值用" + separators.charAt(0) + "分隔"),
                "has the value " + Texts.quotedInEnglish(String.join("、", wrong)) + "; allowed are: "
                        + String.join(", ", column.allowed())
                        + (column.allowedPrefix().isEmpty() ? ""
                                : ", or " + String.join(", ", column.allowedPrefix()) + " with a note")
                        + (separators.isEmpty() ? "" : "; several are parted by " + separators.charAt(0)));
        return null;
    }

    private String meant(String value, Complaints complaints) {
        String meant = spellings.get(value);
        if (meant == null) {
            return value;
        }
        complaints.remark(column, Remark.SPELLING);
        return meant;
    }

    private boolean isAllowedByPrefix(String value) {
        for (String prefix : column.allowedPrefix()) {
            if (value.length() > prefix.length() && value.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** What stands behind a free note such as {@code 其他-甲、乙} and is no value of its own belongs to the note. */
    private List<String> withNotesWhole(List<String> parts) {
        List<String> values = new ArrayList<>();
        for (String part : parts) {
            boolean noteBefore = !values.isEmpty() && isAllowedByPrefix(values.getLast());
            if (noteBefore && !allowed.contains(part) && !isAllowedByPrefix(part)) {
                values.addLast(values.removeLast() + "、" + part);
            } else {
                values.add(part);
            }
        }
        return values;
    }

    /** The values in this cell, parted by any of these characters; blanks and empty parts left out. */
    static List<String> parts(String cell, String separators) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= cell.length(); i++) {
            if (i == cell.length() || separators.indexOf(cell.charAt(i)) >= 0) {
                String part = Texts.trimmed(cell.substring(from, i));
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }
}
