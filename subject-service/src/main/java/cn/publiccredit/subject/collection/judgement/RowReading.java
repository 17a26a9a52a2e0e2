package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.record.IncomingRecord;
import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.Registered;
import cn.publiccredit.subject.record.Severity;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a sound row's values by the roles that the item gives its columns. */
final class RowReading {

    private final CatalogItem item;
    private final RecordKey key;
    private final Grading grading;
    private final Map<String, String> openEnds;
    private final boolean register;

    RowReading(CatalogItem item) {
        this.item = item;
        this.key = new RecordKey(item);
        this.grading = new Grading(item);
        this.openEnds = item.columns().stream().filter(c -> c.openEnd() != null)
                .collect(Collectors.toMap(Column::code, c -> Objects.requireNonNull(c.openEnd())));
        this.register = item.role("registeredDate").isPresent() || item.role("registeredAddress").isPresent();
    }

    IncomingRecord read(long number, Map<String, String> data, Wish wish) {
        Severity severity = grading.grade(data);
        return new IncomingRecord(number, wish.operation(), wish.reason(), key.of(data), subject(data), data, severity,
                date(data, "documentDate"), text(data, "documentNumber"), text(data, "authority"),
                text(data, "authorityUscc"), date(data, "validFrom"), date(data, "validTo"), publicUntil(data),
                date(data, "publicityFrom"), date(data, "repairedOn"),
                grading.publicity(severity));
    }

    private IncomingSubject subject(Map<String, String> data) {
        String code = text(data, "uscc");
        String uscc = UnifiedSocialCreditCode.PLACEHOLDER.equals(code) ? null : code;
        SubjectKind kind = kind(text(data, "subjectKind"), uscc);
        return new IncomingSubject(kind, kind == SubjectKind.PERSON ? null : uscc,
                Objects.requireNonNullElse(text(data, "subjectName"), ""), text(data, "personIdType"),
                text(data, "personIdNumber"), text(data, "registrationNumber"), register ? registered(data) : null);
    }

    // The names are those of code set subject-kinds; rows of the register have no such column, but all have a code. The data
    // standard's list has no word for a government body, which is an organisation there.
    private static SubjectKind kind(@Nullable String name, @Nullable String uscc) {
        return switch (name) {
            case "自然人" -> SubjectKind.PERSON;
            case "个体工商户" -> SubjectKind.INDIVIDUAL_BUSINESS;
            case null -> SubjectKind.ofCode(uscc);
            default -> SubjectKind.ofCode(uscc) == SubjectKind.GOVERNMENT_BODY ? SubjectKind.GOVERNMENT_BODY : SubjectKind.ORGANISATION;
        };
    }

    private Registered registered(Map<String, String> data) {
        return new Registered(date(data, "registeredDate"), text(data, "registeredType", "QYLX"),
                text(data, "registeredCapital", "ZCZB"), text(data, "businessScope", "JYFW"),
                text(data, "registeredAddress"));
    }

    /** The last day that the source leaves to publicity; what has ended is public only until the day before. */
    private @Nullable LocalDate publicUntil(Map<String, String> data) {
        LocalDate asked = date(data, "publicUntil");
        LocalDate ended = date(data, "endedOn");
        LocalDate before = ended == null ? null : ended.minusDays(1);
        return asked == null || (before != null && before.isBefore(asked)) ? before : asked;
    }

    private @Nullable String text(Map<String, String> data, String role) {
        String column = item.roles().get(role);
        return column == null ? null : data.get(column);
    }

    private @Nullable String text(Map<String, String> data, String role, String usualColumn) {
        return data.get(item.role(role).orElse(usualColumn));
    }

    private @Nullable LocalDate date(Map<String, String> data, String role) {
        String column = item.roles().get(role);
        String value = column == null ? null : data.get(column);
        return value == null || value.equals(openEnds.get(column)) ? null : LocalDate.parse(value);
    }
}
