package cn.publiccredit.repair.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

class RuleBooksIT extends RepairTest {

    @Autowired
    private CatalogClient client;

    @Autowired
    private Peers peers;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private JsonMapper json;

    /** As a process begins: with nothing in memory. */
    private RuleBooks started() {
        return new RuleBooks(client, peers, mongo, json, clock);
    }

    @Test
    void aProcessThatStartsWhileTheCatalogueIsDownUsesTheCopiesOfAnEarlierOne() {
        RuleBooks earlier = started();
        RepairRules rules = earlier.repairRules();
        YearCalendar year = earlier.calendar(2026);
        assertThat(earlier.calendar(2027).isPublished()).isFalse();
        PEERS.down("/api/catalog/.*");

        RuleBooks later = started();
        assertThat(later.repairRules()).isEqualTo(rules);
        assertThat(later.calendar(2026)).isEqualTo(year);
        assertThat(later.calendar(2026).isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(later.calendar(2027).isPublished()).as("told to be unpublished").isFalse();
        assertThatThrownBy(() -> later.calendar(2031)).as("never asked about").isInstanceOf(Problem.class);
    }

    @Test
    void aChangeReachesTheKeptCopyBeforeAnybodyAsks() {
        started().repairRules();
        started().calendar(2026);
        PEERS.longestExtension(15);
        started().renew(new CatalogueNews(false, Map.of("repair-rules", Set.of("national"))));
        PEERS.down("/api/catalog/.*");

        assertThat(started().longestExtension()).isEqualTo(15);
        assertThat(started().calendar(2026).isPublished()).isTrue();
        assertThatThrownBy(() -> started().renew(new CatalogueNews(false, Map.of("calendars", Set.of("2026")))))
                .isInstanceOf(Problem.class);
        started().renew(new CatalogueNews(false, Map.of("calendars", Set.of("2031"), "items", Set.of("CF"))));
    }

    @Test
    void rulesThatWereKeptBeforeTheyNamedAnExtensionAllowNone() {
        mongo.save(new KeptBook("repair-rules", """
                {"acceptWorkingDays":3,"reviewWorkingDays":7,"totalWorkingDays":10,"falseMaterialYears":3}""", clock.instant()));
        PEERS.down("/api/catalog/.*");

        assertThat(started().repairRules().reviewWorkingDays()).isEqualTo(7);
        assertThatThrownBy(() -> started().longestExtension()).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(CommonProblem.PEER_UNAVAILABLE));
    }
}
