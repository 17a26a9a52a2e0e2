package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.record.NaturalKey;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The natural key of an item's rows. A subject is told by its code, a natural person by the id number; the name counts only where there is
 * neither, for names change and are mended. However a document's number is written, with whichever brackets, digits of whichever width
 * and blanks, it is the number of one document.
 */
final class RecordKey {

    private static final String BETWEEN_VALUES = "\u001f";
    private static final String ID_NUMBER = "\u001e";

    private final List<String> columns;
    private final List<Column> asked;
    private final @Nullable String name;
    private final @Nullable String code;
    private final @Nullable String idNumber;

    RecordKey(CatalogItem item) {
        this.columns = item.naturalKey();
        this.code = item.role("uscc").filter(columns::contains).orElse(null);
        this.name = item.role("subjectName").filter(columns::contains).orElse(null);
        this.idNumber = name == null ? null : item.role("personIdNumber").orElse(null);
        Set<String> codes = new HashSet<>(columns);
        if (idNumber != null) {
            codes.add(idNumber);
        }
        this.asked = item.columns().stream().filter(column -> codes.contains(column.code())).toList();
    }

    NaturalKey of(Map<String, String> data) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        StringBuilder key = before;
        for (String column : columns) {
            if (column.equals(code) && hasCode(data)) {
                key = after;
            } else {
                key.append(column.equals(name) ? name(data) : Texts.folded(value(data, column)));
            }
            key.append(BETWEEN_VALUES);
        }
        return new NaturalKey(before.toString(), hasCode(data) ? value(data, code) : "", after.toString());
    }

    /** Whether the column says something about which record is meant. */
    boolean asks(Column column) {
        return asked.contains(column);
    }

    /** Whether no record can be found without the column, whomever it is about. */
    boolean alwaysAsks(Column column) {
        return asks(column) && column.isAlwaysRequired() && !isPersonal(column);
    }

    private boolean isPersonal(Column column) {
        return column.code().equals(name) || column.code().equals(idNumber);
    }

    /** What is missing in a row that is to withdraw a record. */
    void checkFilled(Map<String, String> data, Set<String> unreadable, Complaints complaints) {
        for (Column column : asked) {
            boolean blank = !data.containsKey(column.code()) && !unreadable.contains(column.code());
            boolean personal = isPersonal(column);
            if (blank && alwaysAsks(column)) {
                complaints.broken(column, Rule.REQUIRED, "不能为空：撤销记录须填写确定该记录的各列，请补填");
            } else if (blank && personal && isNeeded(column, data, unreadable)) {
                complaints.broken(column, Rule.REQUIRED, "不能为空：撤销记录须填写主体的统一社会信用代码，自然人填证件号码，两者都没有的填名称",
                        "must not be blank: name the subject by its code, a person by the id number, and one without either by its name");
            }
        }
    }

    /** Where records are never without an id number or a code, a name would find none of them. */
    private boolean isNeeded(Column column, Map<String, String> data, Set<String> unreadable) {
        boolean told = hasCode(data) || !value(data, idNumber).isEmpty()
                || unreadable.contains(String.valueOf(code)) || unreadable.contains(String.valueOf(idNumber));
        boolean placeholder = !value(data, code).isEmpty();
        boolean byNumber = idNumber != null && !placeholder
                && asked.stream().anyMatch(c -> c.code().equals(idNumber) && (c.isAlwaysRequired() || c.requiredWhen() != null));
        return !told && (column.code().equals(idNumber) ? byNumber : !byNumber && column.isAlwaysRequired());
    }

    private String name(Map<String, String> data) {
        String number = value(data, idNumber);
        if (!number.isEmpty()) {
            return ID_NUMBER + number;
        }
        return hasCode(data) ? "" : Texts.folded(value(data, name));
    }

    private boolean hasCode(Map<String, String> data) {
        String value = value(data, code);
        return !value.isEmpty() && !value.equals(UnifiedSocialCreditCode.PLACEHOLDER);
    }

    private static String value(Map<String, String> data, @Nullable String column) {
        return column == null ? "" : data.getOrDefault(column, "");
    }
}
