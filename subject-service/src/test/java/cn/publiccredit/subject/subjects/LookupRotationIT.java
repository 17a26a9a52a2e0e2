package cn.publiccredit.subject.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.subject.fixture.Batch;
import cn.publiccredit.subject.fixture.Codes;
import cn.publiccredit.subject.fixture.RotationFixture;
import cn.publiccredit.subject.fixture.Row;
import cn.publiccredit.subject.personal.FormerKey;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.record.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Replicas that know the former look-up key only, replicas that know both, and one that knows the new one only. */
class LookupRotationIT extends RotationFixture {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    private final String company = Codes.next("340400");

    @Autowired
    private PersonLookups both;

    @Autowired
    private PersonalData personal;

    private PersonLookups former() {
        return new PersonLookups(mongo, FormerKey.lookups(FORMER_LOOKUP), personal);
    }

    private PersonLookups afterwards() {
        return new PersonLookups(mongo, FormerKey.lookups(NEW_LOOKUP), personal);
    }

    private Paper paper(int number) {
        return new Paper("护照", "E" + company.substring(9) + number);
    }

    private void rotate() {
        Awaitility.await().until(this::finished);
        security().post(PREFIX + "/personal/rotation", "").expect(202);
        Awaitility.await().until(this::finished);
    }

    @Test
    void aPersonIsFoundByTheFormerHashByBothAndInTheEndByTheNewOneAlone() {
        String person = former().idsOf(Set.of(paper(1))).get(paper(1));
        assertThat(both.find(paper(1))).hasValue(person);
        assertThat(both.idsOf(Set.of(paper(1)))).containsEntry(paper(1), person);
        assertThat(afterwards().find(paper(1))).as("not yet").isEmpty();

        rotate();

        assertThat(afterwards().find(paper(1))).hasValue(person);
        assertThat(former().find(paper(1))).as("a replica that was not started anew").hasValue(person);
    }

    @Test
    void whoeverMeetsAPersonFirstAllReplicasCallThatPersonAlike() throws Exception {
        Set<Paper> papers = IntStream.range(100, 130).mapToObj(this::paper).collect(Collectors.toSet());
        List<Callable<Map<Paper, String>>> replicas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            replicas.add(() -> former().idsOf(papers));
            replicas.add(() -> both.idsOf(papers));
        }
        Set<Map<Paper, String>> told = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(replicas)) {
                told.add(answer.get());
            }
        }
        assertThat(told).hasSize(1);
        assertThat(told.iterator().next().values()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aHashThatNobodyLooksByAnyMoreIsTakenAwayWhenItsPersonHasANewOne() {
        String gone = "l0-key-of-long-ago-0123456789abcdef-0123";
        PersonLookups longAgo = new PersonLookups(mongo, FormerKey.lookups("l0:" + gone), personal);
        String person = longAgo.idsOf(Set.of(paper(2))).get(paper(2));

        rotate();

        assertThat(afterwards().find(paper(2))).hasValue(person);
        assertThat(mongo.getCollection("personLookups").find().map(Document::toJson).into(new ArrayList<>()))
                .noneMatch(json -> json.contains("\"l0:"));
    }

    @Test
    void whatWasCollectedBeforeIsADuplicateInTheMiddleOfTheChangeAndAfterIt() {
        Row row = Row.aboutPerson("张三丰", "340403199001011234", "换钥" + company, LocalDate.of(2026, 2, 1));
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT).into(intake, row)).containsExactly(Verdict.ACCEPTED);
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(1)).into(intake, row)).containsExactly(Verdict.DUPLICATE);
        rotate();
        assertThat(Batch.of("CF", HUAINAN_MARKET, AT.plusSeconds(2)).into(intake, row)).containsExactly(Verdict.DUPLICATE);
        assertThat(mongo.getCollection("subjects").find().map(Document::toJson).into(new ArrayList<>()).toString()
                + mongo.getCollection("personLookups").find().map(Document::toJson).into(new ArrayList<>()))
                .doesNotContain("340403199001011234");
    }
}
