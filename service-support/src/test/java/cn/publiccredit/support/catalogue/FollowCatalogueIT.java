package cn.publiccredit.support.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import feign.Request;
import feign.codec.DecodeException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class FollowCatalogueIT {

    @Autowired
    Peers peers;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MovingClock clock;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    JsonMapper json;

    private final ToldChanges catalogue = new ToldChanges();
    private final List<CatalogueNews> news = new ArrayList<>();
    private boolean copiesCannotBeHad;

    @BeforeEach
    void nothingWasFollowed() {
        mongo.dropCollection(Bookmark.class);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        catalogue.tell("items", "CF");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    /** As a process begins: with nothing in memory. */
    private FollowCatalogue started() {
        CatalogueCopies copies = told -> {
            if (copiesCannotBeHad) {
                throw CommonProblem.PEER_UNAVAILABLE.with("目录", "catalogue");
            }
            news.add(told);
        };
        return new FollowCatalogue(new ChangeFeed(catalogue, peers), List.of(copies), mongo, clock);
    }

    private FollowCatalogue startedAndUpToDate() {
        FollowCatalogue follower = started();
        follower.look();
        news.clear();
        catalogue.asked.clear();
        return follower;
    }

    @Test
    void aChangeIsToldOnceAndConcernsItsOwnCopiesOnly() {
        FollowCatalogue follower = startedAndUpToDate();
        catalogue.tell("calendars", "2027");
        follower.look();
        follower.look();

        assertThat(news).singleElement().satisfies(told -> {
            assertThat(told.concern("calendars", "2027")).isTrue();
            assertThat(told.concern("calendars")).isTrue();
            assertThat(told.concern("calendars", "2026")).isFalse();
            assertThat(told.concern("items")).isFalse();
        });
    }

    @Test
    void aProcessThatStartsAnewGoesOnWhereAnEarlierOneStopped() {
        startedAndUpToDate();
        catalogue.tell("masks", "NAME");
        started().look();

        assertThat(catalogue.asked).containsExactly("a:1");
        assertThat(news).containsExactly(CatalogueNews.of(List.of(new ChangePage.Change("masks", "NAME"))));
    }

    @Test
    void whoeverNeverFollowedRenewsEverythingAndReadsNoHistoryAsNews() {
        started().look();

        assertThat(news).containsExactly(CatalogueNews.ofEverything());
    }

    @Test
    void aLongFeedIsReadToItsEndInOneLook() {
        FollowCatalogue follower = startedAndUpToDate();
        for (int i = 0; i < 1200; i++) {
            catalogue.tell("sources", "S" + i);
        }
        follower.look();

        assertThat(news).singleElement().satisfies(told -> assertThat(told.codes().get("sources")).hasSize(1200));
    }

    @Test
    void aSilentFeedLosesNothing() {
        FollowCatalogue follower = startedAndUpToDate();
        catalogue.tell("lists", "tax-a");
        catalogue.silent = true;
        follower.look();
        assertThat(news).isEmpty();

        catalogue.silent = false;
        follower.look();
        assertThat(news).singleElement().satisfies(told -> assertThat(told.concern("lists", "tax-a")).isTrue());
    }

    @Test
    void garbageDoesNotMoveThePlace() {
        FollowCatalogue follower = startedAndUpToDate();
        catalogue.tell("lists", "tax-a");
        for (String garbage : List.of("{}", "[]", "{\"items\":[],\"next\":null}", "{\"items\":[{}],\"next\":\"x\"}",
                "{\"items\":null,\"next\":\"x\"}", "{\"items\":[],\"next\":\"\"}")) {
            catalogue.garbage = decoding(garbage);
            follower.look();
        }
        catalogue.garbage = null;
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        started().look();

        assertThat(catalogue.asked.getLast()).isEqualTo("a:1");
        assertThat(news).singleElement().satisfies(told -> assertThat(told.concern("lists", "tax-a")).isTrue());
    }

    /** What reading this answer ends in. */
    private RuntimeException decoding(String answer) {
        try {
            json.readValue(answer, ChangePage.class);
        } catch (RuntimeException unreadable) {
            Request request = Request.create(Request.HttpMethod.GET, "/", Map.of(), null, StandardCharsets.UTF_8, null);
            return new DecodeException(200, answer, request, unreadable);
        }
        throw new AssertionError(answer + " passes for a part of the feed");
    }

    @Test
    void aPlaceThatTheCatalogueNoLongerKnowsMeansEverythingAnew() {
        FollowCatalogue follower = startedAndUpToDate();
        catalogue.beginAnew();
        follower.look();
        follower.look();

        assertThat(catalogue.asked).containsExactly("a:1", "null", "a':1");
        assertThat(news).containsExactly(CatalogueNews.ofEverything());
    }

    @Test
    void whatCouldNotBeRenewedIsToldAgainUntilItIs() {
        FollowCatalogue follower = startedAndUpToDate();
        catalogue.tell("repair-rules", "national");
        copiesCannotBeHad = true;
        follower.look();
        started().look();
        copiesCannotBeHad = false;
        started().look();

        assertThat(news).singleElement().satisfies(told -> assertThat(told.concern("repair-rules")).isTrue());
    }

    @Test
    void howFarBehindAndHowLongAgoIsTold() {
        FollowCatalogue follower = startedAndUpToDate();
        assertThat(follower.behind()).isZero();
        clock.forward(Duration.ofMinutes(5));
        assertThat(follower.age()).isBetween(300.0, 330.0);
        catalogue.tell("masks", "NAME");
        catalogue.tell("masks", "PHONE");
        copiesCannotBeHad = true;
        follower.look();
        assertThat(follower.behind()).as("read, but its copies are not renewed").isEqualTo(2);
        assertThat(follower.age()).isGreaterThan(299);
        catalogue.silent = true;
        follower.look();
        assertThat(follower.behind()).as("nobody knows").isNaN();
        catalogue.silent = false;
        copiesCannotBeHad = false;
        follower.look();
        assertThat(follower.behind()).isZero();
        assertThat(follower.age()).isLessThan(30);
    }

    @Test
    void onANewDayVersionsComeIntoForceThatWereToldBefore() {
        FollowCatalogue follower = startedAndUpToDate();
        follower.look();
        assertThat(news).isEmpty();
        clock.forward(Duration.ofDays(1));
        follower.look();
        follower.look();

        assertThat(news).containsExactly(CatalogueNews.ofEverything());
    }
}
