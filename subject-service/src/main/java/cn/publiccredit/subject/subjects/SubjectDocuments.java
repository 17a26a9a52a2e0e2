package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.Place;
import cn.publiccredit.subject.record.Registered;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.record.Within;
import cn.publiccredit.subject.subjects.Subject.Name;
import cn.publiccredit.support.identity.Division;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * Subjects as documents; {@code keys}, {@code tokens}, {@code beginning}, the fields of {@link Place} and {@code elsewhere} are what is
 * searched by, and none for persons. A merged subject has only keys: the one that stands for it carries its names.
 */
final class SubjectDocuments {

    private SubjectDocuments() {}

    static Document of(Subject subject) {
        boolean hidden = subject.isPerson();
        Document document = new Document("_id", subject.id())
                .append("kind", subject.kind().name())
                .append("uscc", subject.uscc())
                .append("name", subject.name())
                .append("keys", hidden ? List.of() : subject.allNames().map(Names::key).distinct().toList())
                .append("tokens", hidden || subject.isMerged() ? List.of() : tokens(subject))
                .append(SubjectStore.BEGINNING, hidden || subject.isMerged() ? null : Names.key(subject.name()))
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
        // Absent where there is nothing to say, as it is with nearly all subjects.
        append(document, "origin", subject.origin());
        append(document, "registeredBy", subject.registeredBy());
        if (!hidden && !subject.isMerged()) {
            subject.home().ifPresent(home -> place(document, home, subject));
        }
        if (subject.isMerged()) {
            document.append("mergedInto", subject.unity().mergedInto());
        }
        if (subject.unity().since() != null) {
            document.append(SubjectStore.UNITED, Date.from(subject.unity().since()));
        }
        if (!subject.unity().absorbed().isEmpty()) {
            document.append("absorbed", subject.unity().absorbed().stream().map(SubjectDocuments::of).toList());
        }
        return document;
    }

    static Subject subject(Document d) {
        String division = d.getString("division");
        Document registered = d.get("registered", Document.class);
        Date asOf = d.getDate("registeredAsOf");
        Date united = d.getDate(SubjectStore.UNITED);
        return new Subject(
                d.getString("_id"), SubjectKind.valueOf(d.getString("kind")), d.getString("uscc"), d.getString("name"),
                division == null ? null : new Division(division), Subject.Status.valueOf(d.getString("status")),
                registered == null ? null : registered(registered), asOf == null ? null : asOf.toInstant(),
                row(d.get("registeredBy", Document.class)),
                d.getList("names", Document.class).stream()
                        .map(n -> new Name(n.getString("name"), LocalDate.parse(n.getString("from")))).toList(),
                set(d, "divisions"), set(d, "sources"), d.getString("idType"), d.getString("idNumber"),
                row(d.get("origin", Document.class)),
                new Unity(d.getString("mergedInto"), d.getList("absorbed", Document.class, List.of()).stream()
                        .map(SubjectDocuments::absorbed).toList(), united == null ? null : united.toInstant()),
                d.getLong("version"));
    }

    private static void append(Document document, String field, Subject.@Nullable BatchRow row) {
        if (row != null) {
            document.append(field, new Document("batch", row.batch()).append("row", row.row()));
        }
    }

    private static Subject.@Nullable BatchRow row(@Nullable Document d) {
        return d == null ? null : new Subject.BatchRow(d.getString("batch"), d.getLong("row"));
    }

    private static List<String> tokens(Subject subject) {
        Set<String> tokens = new LinkedHashSet<>(Names.tokens(Names.key(subject.name())));
        subject.unity().absorbed().forEach(a -> a.names().forEach(name -> tokens.addAll(Names.tokens(Names.key(name)))));
        return List.copyOf(tokens);
    }

    private static void place(Document document, Division home, Subject subject) {
        Place.append(document, home);
        Set<String> elsewhere = new LinkedHashSet<>();
        subject.allDivisions().forEach(code -> elsewhere.addAll(Within.of(new Division(code))));
        Within.of(home).forEach(elsewhere::remove);
        if (!elsewhere.isEmpty()) {
            document.append(SubjectStore.ELSEWHERE, List.copyOf(elsewhere));
        }
    }

    private static Set<String> set(Document d, String field) {
        return new TreeSet<>(d.getList(field, String.class));
    }

    private static Document of(Absorbed absorbed) {
        return new Document("id", absorbed.id())
                .append("names", absorbed.names())
                .append("divisions", List.copyOf(absorbed.divisions()))
                .append("sources", List.copyOf(absorbed.sources()));
    }

    private static Absorbed absorbed(Document d) {
        return new Absorbed(d.getString("id"), d.getList("names", String.class), set(d, "divisions"), set(d, "sources"));
    }

    private static Document of(Registered registered) {
        String capital = registered.capital();
        Document document = new Document("date", text(registered.date()))
                .append("type", registered.type())
                .append("capital", capital)
                .append("scope", registered.scope())
                .append("address", registered.address());
        if (capital != null) {
            Capital.parse(capital).ifPresent(money -> document.append("capitalAmount",
                    new Document("amount", new Decimal128(money.amount())).append("currency", money.currency())));
        }
        return document;
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
