package cn.publiccredit.subject.export;

import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.CreditRecord;
import cn.publiccredit.subject.record.RecordView;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.SubjectView;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
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
    private static final Purpose PURPOSE = new Purpose("公共信用综合评价", null, null);

    private final Subjects subjects;
    private final Records records;
    private final ItemPrivacies items;
    private final PersonalData personal;
    private final AuditTrail trail;
    private final ExportSettings settings;
    private final JsonMapper json;

    Export(
            Subjects subjects,
            Records records,
            ItemPrivacies items,
            PersonalData personal,
            AuditTrail trail,
            ExportSettings settings,
            JsonMapper json) {
        this.subjects = subjects;
        this.records = records;
        this.items = items;
        this.personal = personal;
        this.trail = trail;
        this.settings = settings;
        this.json = json;
    }

    /** @param after the id behind which it begins; null for the beginning */
    record Part(@Nullable String after, int most) {}

    Part part(Paging paging, @Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > settings.mostSubjects())) {
            throw CommonProblem.INVALID.with().violating("limit", "range",
                    "参数 limit 应为 1 至 " + settings.mostSubjects() + " 的整数。",
                    "limit must be a whole number from 1 to " + settings.mostSubjects() + ".");
        }
        String after = paging.cursor(1).map(Cursor::first).orElse(null);
        return new Part(after, limit == null ? settings.mostSubjects() : limit);
    }

    void write(Caller caller, Part part, OutputStream answer) throws IOException {
        OutputStream out = new BufferedOutputStream(answer, BUFFER);
        LocalDate today = records.today();
        String after = part.after();
        long written = 0;
        long recordsWritten = 0;
        while (written < part.most()) {
            int wanted = (int) Math.min(settings.subjectsAtATime(), part.most() - written);
            List<Subject> page = subjects.standingAfter(after, wanted);
            if (page.isEmpty()) {
                after = null;
                break;
            }
            String last = page.getLast().id();
            trail.record(Access.allowed(caller, "export.subjects").purpose(PURPOSE).basis("platform service")
                    .target(page.getFirst().id() + " – " + last + ", " + page.size() + " subjects"));
            recordsWritten += page(page, today, out);
            written += page.size();
            after = page.size() < wanted ? null : last;
            if (after == null) {
                break;
            }
        }
        try (JsonGenerator line = line(out)) {
            line.writePOJO(new Line.End(true, written, recordsWritten, after == null ? null : Cursor.at(after).encoded()));
        }
        out.write('\n');
        out.flush();
    }

    private long page(List<Subject> page, LocalDate today, OutputStream out) throws IOException {
        // One cursor for the plain subjects of the page; those under several codes are rare and read on their own.
        Set<String> plain = page.stream().filter(s -> s.ids().size() == 1).map(Subject::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        long count = 0;
        try (Records.Run run = records.run(plain, settings.recordsAtATime())) {
            for (Subject subject : page) {
                count += plain.contains(subject.id())
                        ? subject(subject, run, subject.id(), today, out)
                        : united(subject, today, out);
            }
        }
        return count;
    }

    private long united(Subject subject, LocalDate today, OutputStream out) throws IOException {
        try (Records.Run run = records.run(subject.ids(), settings.recordsAtATime())) {
            return subject(subject, run, null, today, out);
        }
    }

    private long subject(
            Subject subject, Records.Run run, @Nullable String only, LocalDate today, OutputStream out) throws IOException {
        long count = 0;
        try (JsonGenerator line = line(out)) {
            line.writeStartObject();
            line.writeName("subject");
            line.writePOJO(SubjectView.of(subject));
            line.writeName("records");
            line.writeStartArray();
            for (CreditRecord record = run.next(only); record != null; record = run.next(only)) {
                line.writePOJO(RecordView.of(record, subject.id(), data(record), today));
                count++;
            }
            line.writeEndArray();
            line.writeStringProperty("cursor", Cursor.at(subject.id()).encoded());
            line.writeEndObject();
        }
        out.write('\n');
        return count;
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
