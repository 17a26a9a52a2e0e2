package cn.publiccredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.MovingClock;
import cn.publiccredit.testing.ServiceTest;
import cn.publiccredit.testing.Token;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class IdempotencyIT {

    private static final String PATH = "/api/sample/v1/things";

    @Autowired
    Api api;

    @Autowired
    SampleService.Things things;

    @Autowired
    MovingClock clock;

    private Api keyed(String key) {
        return api.as(Token.of("dept-market", "department-user")).with("Idempotency-Key", key);
    }

    @AfterEach
    void timeGoesBack() {
        clock.reset();
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerAndMakeOneThing() {
        int before = things.made.get();
        Answer first = keyed("k1").post(PATH, "{\"name\":\"甲\"}").expect(201);
        Answer second = keyed("k1").post(PATH, "{\"name\":\"甲\"}").expect(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(things.made.get()).isEqualTo(before + 1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        keyed("k2").post(PATH, "{\"name\":\"甲\"}").expect(201);
        assertThat(keyed("k2").post(PATH, "{\"name\":\"乙\"}").expect(422).at("/code"))
                .isEqualTo("request.idempotency-key-reused");
    }

    @Test
    void aKeyBelongsToItsCaller() {
        keyed("k3").post(PATH, "{\"name\":\"甲\"}").expect(201);
        Answer other = api.as(Token.of("city", "city-operator")).with("Idempotency-Key", "k3")
                .post(PATH, "{\"name\":\"甲\"}").expect(201);
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aFailureGivesTheKeyBack() {
        int before = things.made.get();
        keyed("k4").post(PATH, "{\"name\":\"broken\"}").expect(500);
        keyed("k4").post(PATH, "{\"name\":\"broken\"}").expect(500);
        assertThat(things.made.get()).isEqualTo(before + 2);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        String first = keyed("k5").post(PATH, "{\"name\":\"甲\"}").expect(201).header("Idempotency-Replayed");
        clock.forward(Duration.ofHours(24).plusMinutes(1));
        Answer later = keyed("k5").post(PATH, "{\"name\":\"乙\"}").expect(201);
        assertThat(first + later.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void manyAtOnceMakeOneThing() throws Exception {
        int before = things.made.get();
        Callable<Integer> call = () -> keyed("k6").post(PATH, "{\"name\":\"丙\"}").status();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(List.of(call, call, call, call, call, call))) {
                assertThat(status.get()).isIn(201, 409);
            }
        }
        assertThat(things.made.get()).isEqualTo(before + 1);
    }
}
