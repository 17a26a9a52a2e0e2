package cn.publiccredit.subject.export;

import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.RecordView;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.SubjectView;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.subject.subjects.Unity;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes subjects in the order of their ids, each with its records as the store's cursor gives them: memory does not depend
 * on how many there are. What is stored encrypted is left out, since no evaluation needs it.
 */
@Component
class Export {

    private static final int BUFFER = 64 << 10;

    /** By how much the clocks of replicas differ at most, and how long a stamp is on its way into the store. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final Purpose PURPOSE = new Purpose("公共信用综合评价", null, null);

    private final Subjects subjects;
    private final Records records;
    private final ItemPrivacies items;
    private final PersonalData personal;
    private final AuditTrail trail;
    private final ExportSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Export(
            Subjects subjects,
            Records records,
            ItemPrivacies items,
            PersonalData personal,
            AuditTrail trail,
            ExportSettings settings,
            JsonMapper json,
            Clock clock) {
        this.subjects = subjects;
        this.records = records;
        this.items = items;
        this.personal = personal;
        this.trail = trail;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Which subjects an answer is about.
     *
     * @param after the id behind which it begins; null for the beginning
     * @param since who became one with others at this moment or later may have been passed by
     */
    record Part(@Nullable String after, Instant since, int most) {}

    Part part(Paging paging, @Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > settings.mostSubjects())) {
            throw CommonProblem.INVALID.with().violating("limit", "range",
                    "参数 limit 应为 1 至 " + settings.mostSubjects() + " 的整数。",
                    "limit must be a whole number from 1 to " + settings.mostSubjects() + ".");
        }
        int most = limit == null ? settings.mostSubjects() : limit;
        return paging.cursor(2).map(after -> new Part(after.first(), moment(after.values().getLast()), most))
                .orElseGet(() -> new Part(null, clock.instant().minus(SKEW), most));
    }

    private static Instant moment(String text) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw CommonProblem.MALFORMED.with(Words.parameter("after")).violating("after", "cursor",
                    "参数 after 必须原样使用上一页返回的 next。", "after must be the next of the page before, unchanged.").because(e);
        }
    }

    private static String cursor(String after, Instant since) {
        return Cursor.at(after, Long.toString(since.toEpochMilli())).encoded();
    }

    void write(Caller caller, Part part, OutputStream stream) throws IOException {
        Answer answer = new Answer(caller, records.today(), part.since(), new BufferedOutputStream(stream, BUFFER));
        String after = part.after();
        boolean more = true;
        while (more && answer.subjects < part.most()) {
            int wanted = (int) Math.min(settings.subjectsAtATime(), part.most() - answer.subjects);
            List<Subject> page = subjects.standingAfter(after, wanted);
            answer.page(page, null);
            after = page.isEmpty() ? after : page.getLast().id();
            more = page.size() == wanted;
        }
        String last = after == null ? "" : after;
        if (!more) {
            again(answer, cursor(last, part.since()));
        }
        answer.end(more ? cursor(last, part.since()) : null);
    }

    /**
     * Sends once more who became one with others, or was separated, since the export began: merged into one that had gone by, or
     * separated behind its own place, a subject would be nowhere. Until there is no news, for it may happen meanwhile, too.
     */
    private void again(Answer answer, String cursor) throws IOException {
        Map<String, Unity> sent = new HashMap<>();
        boolean news = true;
        while (news) {
            news = false;
            List<Subject> page = subjects.unitedSince(answer.since, null, settings.subjectsAtATime());
            while (!page.isEmpty()) {
                List<Subject> changed = page.stream().filter(s -> !s.unity().equals(sent.put(s.id(), s.unity()))).toList();
                answer.page(changed, cursor);
                news |= !changed.isEmpty();
                page = subjects.unitedSince(answer.since, page.getLast().id(), settings.subjectsAtATime());
            }
        }
    }

    /** One answer while it is written. */
    private final class Answer {

        private final Caller caller;
        private final LocalDate today;
        private final Instant since;
        private final OutputStream out;
        private long subjects;
        private long records;

        private Answer(Caller caller, LocalDate today, Instant since, OutputStream out) {
            this.caller = caller;
            this.today = today;
            this.since = since;
            this.out = out;
        }

        /** @param goOn what each line names as cursor; null for the place behind itself */
        private void page(List<Subject> page, @Nullable String goOn) throws IOException {
            if (page.isEmpty()) {
                return;
            }
            trail.record(Access.allowed(caller, "export.subjects").purpose(PURPOSE).basis("platform service")
                    .target(page.getFirst().id() + " – " + page.getLast().id() + ", " + page.size() + " subjects"));
            // One cursor for the plain subjects of the page; those under several codes are rare and read on their own.
            Set<String> plain = page.stream().filter(s -> s.ids().size() == 1).map(Subject::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            try (Records.Run run = Export.this.records.run(plain, settings.recordsAtATime())) {
                for (Subject subject : page) {
                    String cursor = goOn == null ? cursor(subject.id(), since) : goOn;
                    if (plain.contains(subject.id())) {
                        subject(subject, run, subject.id(), cursor);
                    } else {
                        united(subject, cursor);
                    }
                }
            }
            subjects += page.size();
        }

        private void united(Subject subject, String cursor) throws IOException {
            try (Records.Run run = Export.this.records.run(subject.ids(), settings.recordsAtATime())) {
                subject(subject, run, null, cursor);
            }
        }

        private void subject(Subject subject, Records.Run run, @Nullable String only, String cursor) throws IOException {
            try (JsonGenerator line = line(out)) {
                line.writeStartObject();
                line.writeName("subject");
                line.writePOJO(SubjectView.of(subject));
                line.writeName("records");
                line.writeStartArray();
                for (CreditRecord record = run.next(only); record != null; record = run.next(only)) {
                    line.writePOJO(RecordView.of(record, subject.id(), data(record), today));
                    records++;
                }
                line.writeEndArray();
                line.writeStringProperty("cursor", cursor);
                line.writeEndObject();
            }
            out.write('\n');
        }

        private void end(@Nullable String next) throws IOException {
            try (JsonGenerator line = line(out)) {
                line.writePOJO(new Line.End(true, subjects, records, next));
            }
            out.write('\n');
            out.flush();
        }
    }

    private Map<String, String> data(CreditRecord record) {
        return personal.unsealed(items.ofRecord(record.item()), record.current().content().data());
    }

    private JsonGenerator line(OutputStream out) {
        return json.writer()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .createGenerator(out);
    }
}
