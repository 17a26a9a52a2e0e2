package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.Registered;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.subjects.Subject.Name;
import cn.publiccredit.support.identity.Division;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Subjects as documents; {@code keys} and {@code tokens} are the names as they are searched, and none for persons. */
final class SubjectDocuments {

    private SubjectDocuments() {}

    static Document of(Subject subject) {
        List<String> keys = subject.isPerson()
                ? List.of()
                : subject.names().stream().map(n -> Names.key(n.name())).distinct().toList();
        return new Document("_id", subject.id())
                .append("kind", subject.kind().name())
                .append("uscc", subject.uscc())
                .append("name", subject.name())
                .append("keys", keys)
                .append("key", subject.isPerson() ? null : Names.key(subject.name()))
                .append("tokens", subject.isPerson() ? List.of() : List.copyOf(Names.tokens(Names.key(subject.name()))))
                .append("division", subject.division() == null ? null : subject.division().code())
                .append("status", subject.status().name())
                .append("registered", subject.registered() == null ? null : of(subject.registered()))
                .append("registeredAsOf", subject.registeredAsOf() == null ? null : Date.from(subject.registeredAsOf()))
                .append("names", subject.names().stream()
                        .map(n -> new Document("name", n.name()).append("from", n.from().toString())).toList())
                .append("divisions", List.copyOf(subject.divisions()))
                .append("sources", List.copyOf(subject.sources()))
                .append("idType", subject.idType())
                .append("idNumber", subject.sealedIdNumber())
                .append("version", subject.version());
    }

    static Subject subject(Document d) {
        String division = d.getString("division");
        Document registered = d.get("registered", Document.class);
        Date asOf = d.getDate("registeredAsOf");
        return new Subject(
                d.getString("_id"), SubjectKind.valueOf(d.getString("kind")), d.getString("uscc"), d.getString("name"),
                division == null ? null : new Division(division), Subject.Status.valueOf(d.getString("status")),
                registered == null ? null : registered(registered), asOf == null ? null : asOf.toInstant(),
                d.getList("names", Document.class).stream()
                        .map(n -> new Name(n.getString("name"), LocalDate.parse(n.getString("from")))).toList(),
                set(d, "divisions"), set(d, "sources"), d.getString("idType"), d.getString("idNumber"),
                d.getLong("version"));
    }

    private static Set<String> set(Document d, String field) {
        return new TreeSet<>(d.getList(field, String.class));
    }

    private static Document of(Registered registered) {
        return new Document("date", text(registered.date()))
                .append("type", registered.type())
                .append("capital", registered.capital())
                .append("scope", registered.scope())
                .append("address", registered.address());
    }

    private static Registered registered(Document d) {
        String date = d.getString("date");
        return new Registered(date == null ? null : LocalDate.parse(date), d.getString("type"), d.getString("capital"),
                d.getString("scope"), d.getString("address"));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
