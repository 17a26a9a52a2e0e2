package cn.publiccredit.report.verification;

import cn.publiccredit.report.content.Evidence;
import cn.publiccredit.report.content.Template;
import cn.publiccredit.report.source.Dates;
import cn.publiccredit.report.source.EntryFacts;
import cn.publiccredit.report.source.RecordFacts;
import cn.publiccredit.report.verification.Change.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a report's evidence with today. New facts count only where anyone may see them. */
final class Comparison {

    private final Template template;
    private final Instant issuedAt;
    private final Evidence evidence;
    private final Today today;
    private final Map<Place, Found> found = new LinkedHashMap<>();

    private record Place(String section, Kind kind) {}

    private record Found(int count, @Nullable String since) {}

    private Comparison(Template template, Instant issuedAt, Evidence evidence, Today today) {
        this.template = template;
        this.issuedAt = issuedAt;
        this.evidence = evidence;
        this.today = today;
    }

    /** @param then all ids under which the subject was known */
    static List<Change> of(
            Template template, Instant issuedAt, List<String> then, Evidence evidence, Today today) {
        Comparison comparison = new Comparison(template, issuedAt, evidence, today);
        comparison.subject(then);
        comparison.records();
        comparison.entries();
        return comparison.changes();
    }

    private void subject(List<String> then) {
        String section = template.sectionOfSubject().code();
        if (!then.containsAll(today.subjects())) {
            add(section, Kind.MERGED, null);
        }
        if (!today.subjects().containsAll(then)) {
            add(section, Kind.SEPARATED, null);
        }
    }

    private void records() {
        Map<String, RecordFacts> now = today.records().stream()
                .collect(Collectors.toMap(RecordFacts::id, Function.identity(), (a, b) -> a));
        for (Evidence.RecordVersion then : evidence.records()) {
            RecordFacts record = now.get(then.id());
            if (record == null) {
                add(then.section(), Kind.WITHDRAWN, null);
            } else {
                compare(then, record);
            }
        }
        Set<String> known = evidence.records().stream().map(Evidence.RecordVersion::id).collect(Collectors.toSet());
        today.records().stream()
                .filter(r -> !known.contains(r.id()) && r.isPublic(today.day()) && isAfterIssue(r.knownFrom()))
                .forEach(r -> template.sectionOf(r, today.catalogue())
                        .ifPresent(section -> add(section.code(), Kind.NEW, r.knownFrom())));
    }

    private void compare(Evidence.RecordVersion then, RecordFacts now) {
        if (now.state().equals("REPAIRED")) {
            RecordFacts.Publicity publicity = now.publicity();
            String stopped = publicity == null ? null : publicity.stoppedAt();
            add(then.section(), Kind.REPAIRED, stopped == null ? now.knownFrom() : stopped);
        } else if (now.state().equals("WITHDRAWN")) {
            add(then.section(), Kind.WITHDRAWN, now.knownFrom());
        } else if (!now.isReported(today.day())) {
            add(then.section(), Kind.EXITED, now.publicity() == null ? null : now.publicity().until());
        } else if (now.version() != then.version()) {
            add(then.section(), Kind.CHANGED, now.knownFrom());
        }
    }

    private void entries() {
        Map<String, EntryFacts> now = today.entries().stream()
                .collect(Collectors.toMap(EntryFacts::id, Function.identity(), (a, b) -> a));
        for (Evidence.EntryState then : evidence.entries()) {
            EntryFacts entry = now.get(then.id());
            if (entry == null || !entry.isReported(today.day())) {
                EntryFacts.Exit exit = entry == null ? null : entry.exit();
                add(then.section(), Kind.EXITED, exit == null ? then.until() : exit.at());
            } else if (!Objects.equals(entry.until(), then.until())) {
                add(then.section(), Kind.CHANGED, null);
            }
        }
        Set<String> known = evidence.entries().stream().map(Evidence.EntryState::id).collect(Collectors.toSet());
        today.entries().stream()
                .filter(e -> !known.contains(e.id()) && e.isReported(today.day()) && isAfterIssue(e.publishedAt()))
                .forEach(e -> template.sectionOfList(e.kind())
                        .ifPresent(section -> add(section.code(), Kind.NEW, e.publishedAt())));
    }

    private boolean isAfterIssue(@Nullable String time) {
        if (time == null) {
            return false;
        }
        try {
            return OffsetDateTime.parse(time).toInstant().isAfter(issuedAt);
        } catch (DateTimeParseException onlyADay) {
            return Dates.day(time).filter(day -> day.isAfter(Days.of(issuedAt))).isPresent();
        }
    }

    private void add(String section, Kind kind, @Nullable String time) {
        String day = Days.of(time);
        found.merge(new Place(section, kind), new Found(1, day),
                (a, b) -> new Found(a.count() + b.count(), Days.later(a.since(), b.since())));
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Template.SectionRule section : template.sections()) {
            found.forEach((place, what) -> {
                if (place.section().equals(section.code())) {
                    changes.add(new Change(section.code(), place.kind(),
                            place.kind().title(section.title(), what.count()), what.since()));
                }
            });
        }
        return changes;
    }
}
