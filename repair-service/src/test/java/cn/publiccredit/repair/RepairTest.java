package cn.publiccredit.repair;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service with its peers, on Monday 23 November 2026, and the words to tell what happens in a case. */
@ServiceTest
public abstract class RepairTest {

    protected static final PeersFixture PEERS = new PeersFixture();
    protected static final String CASES = "/api/repair/v1/cases";

    protected static final Token DEPARTMENT =
            Token.of("dept-market", "department-user").org(RecordFixture.DEPARTMENT).division("341300");
    protected static final Token APPROVER = Token.of("approver", "repair-approver").division("340000");

    @Autowired
    protected Api api;

    @Autowired
    protected MovingClock clock;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        for (String peer : new String[] {"catalog", "subject", "listing"}) {
            settings.add("credit.peers." + peer + ".url", PEERS::url);
        }
        settings.add("credit.work.first-pause", () -> "50ms");
        settings.add("credit.work.longest-pause", () -> "300ms");
        settings.add("credit.work.lease", () -> "1500ms");
        settings.add("credit.peer-calls.time-limit", () -> "4s");
        // The breaker factory takes its limit from here and not from its own configuration.
        settings.add("resilience4j.timelimiter.configs.default.timeout-duration", () -> "4s");
        settings.add("credit.peer-calls.open-for", () -> "200ms");
    }

    @BeforeEach
    void peersAnswer() {
        PEERS.reset();
        clock.moveTo(LocalDate.of(2026, 11, 23));
    }

    @AfterEach
    void timeIsRealAgain() {
        clock.reset();
    }

    protected static Token owner(String subject) {
        return Token.of("owner-" + subject, "subject-user").subject(subject);
    }

    protected static Map<String, Object> petition(RecordFixture record) {
        return Map.of("record", record.id(), "statement", "罚款已于2026年3月15日缴清，已整改完毕。", "commitment", true,
                "materials", List.of(Map.of("name", "缴款凭证", "text", "编号 0012")));
    }

    /** A draft on this record by its subject. */
    protected Answer draft(RecordFixture record) {
        PEERS.record(record);
        return api.as(owner(record.subject())).post(CASES, petition(record)).expect(201);
    }

    protected Answer submitted(RecordFixture record) {
        return act(owner(record.subject()), draft(record), "submit").expect(200);
    }

    protected Answer accepted(RecordFixture record) {
        return act(DEPARTMENT, submitted(record), "accept").expect(200);
    }

    protected Answer approved(RecordFixture record) {
        return act(APPROVER, accepted(record), "approve").expect(200);
    }

    protected Answer effective(RecordFixture record) {
        return eventually(record, approved(record), a -> a.at("/state").equals("EFFECTIVE"));
    }

    /** An action on the state of the case that this answer shows. */
    protected Answer act(Token who, Answer seen, String action) {
        return act(who, seen, action, "{\"reason\":\"情况需要\",\"workingDays\":5}");
    }

    protected Answer act(Token who, Answer seen, String action, Object body) {
        boolean reasoned = Set.of("refuse", "reject", "revoke", "extend").contains(action);
        return api.as(who).with("If-Match", seen.header("ETag"))
                .post(CASES + "/" + seen.at("/id") + "/" + action, reasoned ? body : "{}");
    }

    protected Answer read(Token who, Answer seen) {
        return api.as(who).get(CASES + "/" + seen.at("/id"));
    }

    protected Answer eventually(RecordFixture record, Answer seen, Predicate<Answer> condition) {
        return Awaitility.await().pollInterval(Duration.ofMillis(50))
                .until(() -> read(owner(record.subject()), seen).expect(200), condition::test);
    }
}
