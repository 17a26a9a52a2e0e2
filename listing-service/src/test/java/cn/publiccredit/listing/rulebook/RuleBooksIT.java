package cn.publiccredit.listing.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.publiccredit.listing.CatalogFixture;
import cn.publiccredit.listing.ListingFixture;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class RuleBooksIT extends ListingFixture {

    private static final String A_LIST = """
            {"code":"%s","name":"%s","kind":"RED","noticeWorkingDays":0,"items":[],"measures":[]}""";

    @Autowired
    CatalogClient client;

    @Autowired
    Peers peers;

    @Autowired
    JsonMapper json;

    @Autowired
    RuleBooks inUse;

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
        await().ignoreExceptions()
                .until(() -> first.list("tax-a").isPresent());
    }

    @Test
    void whatIsPublishedIsInUseWithinSecondsAndNotOnlyWhenTheCopyIsOld() {
        assertThat(inUse.list("tax-a").orElseThrow().name()).isEqualTo("A级纳税人");
        CatalogFixture.publishes("lists", "tax-a", "{\"items\":[" + A_LIST.formatted("tax-a", "纳税信用A级纳税人") + "],\"next\":null}");
        await().untilAsserted(
                () -> assertThat(inUse.list("tax-a").orElseThrow().name()).isEqualTo("纳税信用A级纳税人"));

        CatalogFixture.answering(WireMock.serverError());
        assertThat(newProcess().list("tax-a").orElseThrow().name()).as("after a restart").isEqualTo("纳税信用A级纳税人");
        CatalogFixture.healthy();
        inUse.renew(CatalogueNews.ofEverything());
    }

    @Test
    void aBookIsReadToItsLastPage() {
        CatalogFixture.furtherPage("lists", "{\"items\":[" + A_LIST.formatted("tax-b", "B级纳税人") + "],\"next\":null}");
        CatalogFixture.furtherPage("matters", "{\"items\":[{\"code\":\"VISA\",\"name\":\"样例事项\"}],\"next\":null}");
        CatalogFixture.furtherPage("measures", "{\"items\":[{\"code\":\"M99\",\"name\":\"样例措施\",\"mandatory\":false}],\"next\":null}");
        // A breaker that another test opened has to close first.
        await().untilAsserted(() -> {
            RuleBooks books = newProcess();
            assertThat(books.list("tax-b")).isPresent();
            assertThat(books.matter("VISA")).isPresent();
            assertThat(books.measures().byCode()).containsKey("M99");
        });
    }

    @Test
    void onlyTheYearThatChangedIsAskedForAgain() {
        RuleBooks books = newProcess();
        await().ignoreExceptions()
                .until(() -> books.endOfWorkingDays(LocalDate.of(2028, 1, 3), 1).equals(LocalDate.of(2028, 1, 4)));
        CatalogFixture.calendar(2028, "[\"2028-01-04\"]");
        books.renew(new CatalogueNews(false, Map.of("calendars", Set.of("2027"))));
        assertThat(books.endOfWorkingDays(LocalDate.of(2028, 1, 3), 1)).isEqualTo("2028-01-04");
        books.renew(new CatalogueNews(false, Map.of("calendars", Set.of("2028"))));
        assertThat(books.endOfWorkingDays(LocalDate.of(2028, 1, 3), 1)).isEqualTo("2028-01-05");
    }

    private RuleBooks newProcess() {
        return new RuleBooks(client, peers, mongo, json, clock,
                new RuleBookSettings(Duration.ofSeconds(60), Duration.ofSeconds(5)));
    }
}
