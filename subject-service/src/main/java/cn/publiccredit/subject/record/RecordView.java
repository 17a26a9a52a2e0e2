package cn.publiccredit.subject.record;

import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as those entitled to it get it.
 *
 * @param subject whom the source said it is about
 * @param subjectNow the subject that stands for that one since a merger; null where none does
 * @param source who supplied it
 * @param state EXPIRED when its publicity has run its full time
 * @param validity how long what it tells of holds; it stays told of after that, for it did happen
 * @param knownFrom since when the platform knows this version
 * @param withdrawnBecause why the source withdrew it; null while it is in force
 */
public record RecordView(
        String id,
        String item,
        int itemVersion,
        String subject,
        String subjectName,
        @Nullable String subjectNow,
        SourceView source,
        Map<String, String> data,
        Severity severity,
        RecordState state,
        boolean disputed,
        @Nullable String documentNumber,
        @Nullable LocalDate documentDate,
        Publicity publicity,
        Validity validity,
        @Nullable LocalDate earliestRepair,
        int version,
        OffsetDateTime knownFrom,
        @Nullable String withdrawnBecause) {

    /** The organisation that supplied a record. */
    public record SourceView(String uscc, String name, String division) {}

    /**
     * How long a record is public.
     *
     * @param until the last day on which it is; null for no end
     * @param stoppedAt when a decision ended it early
     */
    public record Publicity(
            boolean shown, LocalDate from, @Nullable LocalDate until, @Nullable OffsetDateTime stoppedAt) {}

    /**
     * The days between which a licence, an honour, a penalty's effect holds.
     *
     * @param from the document's day where the record names none; null where there is neither
     * @param to the last day; null for no end
     * @param inForce whether the day that is asked about lies between them
     */
    public record Validity(@Nullable LocalDate from, @Nullable LocalDate to, boolean inForce) {

        static Validity of(Content content, LocalDate day) {
            LocalDate from = content.validFrom() == null ? content.documentDate() : content.validFrom();
            LocalDate to = content.validTo();
            return new Validity(from, to, (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day)));
        }
    }

    /**
     * @param data what of the record's data the reader may see
     * @param day by which it is judged whether its publicity has run out, and whether it is in force
     */
    public static RecordView of(CreditRecord record, Map<String, String> data, LocalDate day) {
        return of(record, null, data, day);
    }

    /** As above. @param standing the id of the subject as it is known now */
    public static RecordView of(
            CreditRecord record, @Nullable String standing, Map<String, String> data, LocalDate day) {
        Version version = record.current();
        Content content = version.content();
        Source source = record.source();
        Instant stopped = record.publicityStoppedAt();
        return new RecordView(
                record.id(), record.item(), content.itemVersion(), record.subject(), content.subjectName(),
                record.subject().equals(standing) ? null : standing, new SourceView(source.uscc(), source.name(), source.division().code()), data, content.severity(),
                record.stateOn(day), version.state() == RecordState.DISPUTED, content.documentNumber(),
                content.documentDate(),
                new Publicity(content.shown(), record.publicFrom(), content.publicUntil(),
                        stopped == null ? null : zoned(stopped)),
                Validity.of(content, day), content.earliestRepair(), version.number(), zoned(version.knownFrom()),
                record.isWithdrawn() ? version.cause().reason() : null);
    }

    /** The same with its subject's name and its document's number as the reader may see them. */
    public RecordView opened(String name, @Nullable String number) {
        return new RecordView(id, item, itemVersion, subject, name, subjectNow, source, data, severity, state, disputed,
                number, documentDate, publicity, validity, earliestRepair, version, knownFrom, withdrawnBecause);
    }

    private static OffsetDateTime zoned(Instant instant) {
        return instant.atZone(TimeConfiguration.ZONE).toOffsetDateTime();
    }
}
