package cn.publiccredit.subject.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import cn.publiccredit.support.identity.Division;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.springframework.context.ApplicationEventPublisher;

class RecordsTests {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    private final RecordStore store = mock(RecordStore.class);
    private final Records records = new Records(store, Clock.systemUTC(), mock(ApplicationEventPublisher.class));

    private static CreditRecord record(String id, String subject, LocalDate day) {
        Content content = new Content(1, "某公司", Map.of(), Severity.GENERAL, day, "1", null, null, null, null, true,
                null, null, null, "h");
        Version version = new Version(1, content, RecordState.ACTIVE, AT, null, new Cause("b", 2, AT, null, "clerk", null));
        return new CreditRecord(id, "CF", subject, SubjectKind.ORGANISATION, new Source("org", "局", new Division("340400")),
                Disclosure.PUBLIC, AT, version, List.of(), 0, List.of());
    }

    private FindIterable<Document> giving(CreditRecord... gathered) {
        Iterator<Document> documents = Stream.of(gathered).map(RecordDocuments::of).toList().iterator();
        MongoCursor<Document> cursor = mock();
        when(cursor.hasNext()).thenAnswer(asked -> documents.hasNext());
        when(cursor.next()).thenAnswer(asked -> documents.next());
        FindIterable<Document> found = mock(Answers.RETURNS_SELF);
        when(found.iterator()).thenReturn(cursor);
        MongoCollection<Document> all = mock();
        when(all.find(any(Bson.class))).thenReturn(found);
        when(store.records()).thenReturn(all);
        return found;
    }

    @Test
    void aRecordThatIsDatedAnewWhileTheStoreGathersThemComesOnce() {
        giving(record("1", "a", DAY), record("2", "a", DAY), record("2", "a", DAY.plusDays(9)), record("3", "b", DAY));
        List<String> read = new ArrayList<>();
        try (Records.Run run = records.run(Set.of("a", "b"), 2)) {
            for (String subject : List.of("a", "b")) {
                for (CreditRecord one = run.next(subject); one != null; one = run.next(subject)) {
                    read.add(subject + one.id());
                }
            }
        }
        assertThat(read).containsExactly("a1", "a2", "b3");
    }

    @Test
    void recordsAreReadInAnOrderThatNoCorrectionChanges() {
        FindIterable<Document> found = giving(record("1", "a", DAY));
        records.run(Set.of("a"), 2).close();
        verify(found).sort(Sorts.ascending("subject", "_id"));
    }
}
