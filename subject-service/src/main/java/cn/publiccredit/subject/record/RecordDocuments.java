package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Records as documents. Written by hand, because a collection run maps a million of them.
 *
 * <p>Days are kept as ISO text, which sorts as they do and knows no time zone. Beside the versions a document carries what
 * queries ask for: {@code open}, {@code until}, {@code order}, and the fields of {@link Place}.
 */
final class RecordDocuments {

    /** Stands for no end, so that one comparison finds what is public. */
    static final String NO_END = "9999-12-31";

    private RecordDocuments() {}

    static Document of(CreditRecord record) {
        Content content = record.current().content();
        Document document = new Document("_id", record.id())
                .append("item", record.item())
                .append("subject", record.subject())
                .append("subjectKind", record.subjectKind().name())
                .append("source", new Document("uscc", record.source().uscc())
                        .append("name", record.source().name())
                        .append("division", record.source().division().code()))
                .append("disclosure", record.disclosure().name())
                .append("open", record.isOpen())
                .append("until", content.publicUntil() == null ? NO_END : content.publicUntil().toString())
                .append("order", order(record))
                .append("firstKnown", Date.from(record.firstKnown()))
                .append("version", record.current().number())
                .append("current", of(record.current()))
                .append("past", record.past().stream().map(RecordDocuments::of).toList())
                .append("archived", record.archived())
                .append("stops", record.stops().stream().map(RecordDocuments::of).toList());
        Place.append(document, record.source().division());
        return document;
    }

    static CreditRecord record(Document d) {
        Document source = d.get("source", Document.class);
        return new CreditRecord(
                d.getString("_id"), d.getString("item"), d.getString("subject"),
                SubjectKind.valueOf(d.getString("subjectKind")),
                new Source(source.getString("uscc"), source.getString("name"), new Division(source.getString("division"))),
                Disclosure.valueOf(d.getString("disclosure")), d.getDate("firstKnown").toInstant(),
                version(d.get("current", Document.class)),
                d.getList("past", Document.class).stream().map(RecordDocuments::version).toList(),
                d.getInteger("archived"),
                d.getList("stops", Document.class).stream().map(RecordDocuments::stop).toList());
    }

    /** The position of a record in lists, newest first. */
    static String order(CreditRecord record) {
        LocalDate document = record.current().content().documentDate();
        return (document == null ? LocalDate.ofInstant(record.firstKnown(), TimeConfiguration.ZONE) : document).toString();
    }

    static Document of(Version version) {
        return new Document("number", version.number())
                .append("state", version.state().name())
                .append("knownFrom", Date.from(version.knownFrom()))
                .append("knownUntil", date(version.knownUntil()))
                .append("cause", of(version.cause()))
                .append("content", of(version.content()));
    }

    static Version version(Document d) {
        return new Version(d.getInteger("number"), content(d.get("content", Document.class)),
                RecordState.valueOf(d.getString("state")), d.getDate("knownFrom").toInstant(),
                instant(d.getDate("knownUntil")), cause(d.get("cause", Document.class)));
    }

    private static Document of(Cause cause) {
        return new Document("batch", cause.batch())
                .append("row", cause.row())
                .append("receivedAt", Date.from(cause.receivedAt()))
                .append("verdict", cause.verdict() == null ? null : cause.verdict().name())
                .append("actor", cause.actor())
                .append("reason", cause.reason());
    }

    static Cause cause(Document d) {
        String verdict = d.getString("verdict");
        return new Cause(d.getString("batch"), d.getLong("row"), d.getDate("receivedAt").toInstant(),
                verdict == null ? null : Verdict.valueOf(verdict), d.getString("actor"), d.getString("reason"));
    }

    private static Document of(Content content) {
        return new Document("itemVersion", content.itemVersion())
                .append("subjectName", content.subjectName())
                .append("data", data(content))
                .append("severity", content.severity().name())
                .append("documentDate", text(content.documentDate()))
                .append("documentNumber", content.documentNumber())
                .append("authority", content.authority())
                .append("authorityUscc", content.authorityUscc())
                .append("validFrom", text(content.validFrom()))
                .append("validTo", text(content.validTo()))
                .append("shown", content.shown())
                .append("publicUntil", text(content.publicUntil()))
                .append("earliestRepair", text(content.earliestRepair()))
                .append("repair", of(content.repair()))
                .append("hash", content.hash());
    }

    private static Document data(Content content) {
        Document data = new Document();
        data.putAll(content.data());
        return data;
    }

    private static Content content(Document d) {
        Document data = d.get("data", Document.class);
        Map<String, String> values = new LinkedHashMap<>();
        data.forEach((column, value) -> values.put(column, value.toString()));
        return new Content(d.getInteger("itemVersion"), d.getString("subjectName"), values,
                Severity.valueOf(d.getString("severity")), day(d.getString("documentDate")), d.getString("documentNumber"),
                d.getString("authority"), d.getString("authorityUscc"), day(d.getString("validFrom")),
                day(d.getString("validTo")), d.getBoolean("shown"), day(d.getString("publicUntil")),
                day(d.getString("earliestRepair")), repair(d.get("repair", Document.class)), d.getString("hash"));
    }

    private static @Nullable Document of(Content.@Nullable Repair repair) {
        return repair == null
                ? null
                : new Document("on", repair.on().toString()).append("publicUntil", text(repair.publicUntil()));
    }

    private static Content.@Nullable Repair repair(@Nullable Document d) {
        return d == null ? null : new Content.Repair(LocalDate.parse(d.getString("on")), day(d.getString("publicUntil")));
    }

    private static Document of(Stop stop) {
        return new Document("kind", stop.kind().name())
                .append("case", stop.repairCase())
                .append("decidedBy", stop.decidedBy())
                .append("reason", stop.reason())
                .append("effectiveDate", stop.effectiveDate().toString())
                .append("at", Date.from(stop.at()))
                .append("overtakenAt", date(stop.overtakenAt()));
    }

    private static Stop stop(Document d) {
        return new Stop(Stop.Kind.valueOf(d.getString("kind")), d.getString("case"), d.getString("decidedBy"),
                d.getString("reason"), LocalDate.parse(d.getString("effectiveDate")), d.getDate("at").toInstant(),
                instant(d.getDate("overtakenAt")));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
