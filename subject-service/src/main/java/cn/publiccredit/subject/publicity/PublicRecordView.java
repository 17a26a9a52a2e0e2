package cn.publiccredit.subject.publicity;

import cn.publiccredit.subject.record.Content;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.RecordState;
import cn.publiccredit.subject.record.Severity;
import cn.publiccredit.subject.record.SubjectKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A record as anyone gets it.
 *
 * @param subject null for a natural person: what is shown of one must not lead to the others
 * @param disputed whether an objection against it is being examined
 */
record PublicRecordView(
        String id,
        String item,
        @Nullable String subject,
        String subjectName,
        @Nullable String authority,
        @Nullable String documentNumber,
        @Nullable LocalDate documentDate,
        Severity severity,
        Map<String, String> data,
        Publicity publicity,
        boolean disputed) {

    /** @param until the last day on which it is public; null for no end */
    record Publicity(LocalDate from, @Nullable LocalDate until) {}

    /**
     * @param documentNumber as it may be shown
     * @param personsName how the name of a natural person is shown
     */
    static PublicRecordView of(
            CreditRecord record,
            Map<String, String> data,
            @Nullable String documentNumber,
            UnaryOperator<String> personsName) {
        Content content = record.current().content();
        boolean person = record.subjectKind() == SubjectKind.PERSON;
        String name = person ? personsName.apply(content.subjectName()) : content.subjectName();
        return new PublicRecordView(record.id(), record.item(), person ? null : record.subject(), name, content.authority(),
                documentNumber, content.documentDate(), content.severity(), data,
                new Publicity(record.publicFrom(), content.publicUntil()),
                record.current().state() == RecordState.DISPUTED);
    }
}
