package cn.publiccredit.listing.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.listing.CatalogFixture;
import cn.publiccredit.listing.ListingFixture;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class RuleBooksIT extends ListingFixture {

    @Autowired
    CatalogClient client;

    @Autowired
    Peers peers;

    @Autowired
    JsonMapper json;

    @Test
    void aProcessThatStartsWhileTheCatalogueIsDownUsesTheCopyOfAnEarlierOne() {
        RuleBooks earlier = newProcess();
        assertThat(earlier.list("market-serious")).isPresent();
        earlier.measures();
        earlier.matter("LOAN");
        earlier.endOfWorkingDays(LocalDate.of(2026, 9, 30), 1);
        CatalogFixture.answering(WireMock.serverError());
        RuleBooks later = newProcess();
        assertThat(later.list("market-serious")).isEqualTo(earlier.list("market-serious"));
        assertThat(later.measures().byCode()).isEqualTo(earlier.measures().byCode());
        assertThat(later.matter("LOAN")).isPresent();
        assertThat(later.endOfWorkingDays(LocalDate.of(2026, 9, 30), 1)).isEqualTo("2026-10-08");
    }

    @Test
    void anAnswerThatIsNoRuleBookDoesNotReplaceTheLastGoodOne() {
        RuleBooks books = newProcess();
        assertThat(books.list("tax-a")).isPresent();
        for (String garbage : List.of("{}", "[]", "{\"items\":null}", "{\"items\":[{\"name\":\"x\"}]}", "<html>")) {
            CatalogFixture.answering(WireMock.okJson(garbage));
            clock.forward(Duration.ofMinutes(2));
            assertThat(books.list("tax-a")).as(garbage).isPresent();
        }
        CatalogFixture.healthy();
        clock.forward(Duration.ofMinutes(2));
        assertThat(books.list("tax-a")).isPresent();
    }

    @Test
    void withoutAnyCopyThereIsNoRuleBook() {
        mongo.dropCollection(KeptBook.class);
        CatalogFixture.answering(WireMock.serverError());
        RuleBooks first = newProcess();
        assertThatThrownBy(() -> first.list("tax-a")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(CommonProblem.PEER_UNAVAILABLE));
        CatalogFixture.healthy();
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions()
                .until(() -> first.list("tax-a").isPresent());
    }

    private RuleBooks newProcess() {
        return new RuleBooks(client, peers, mongo, json, clock,
                new RuleBookSettings(Duration.ofSeconds(60), Duration.ofSeconds(5)));
    }
}
