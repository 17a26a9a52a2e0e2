package cn.publiccredit.repair.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.publiccredit.repair.RepairTest;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import java.time.LocalDate;
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
}
