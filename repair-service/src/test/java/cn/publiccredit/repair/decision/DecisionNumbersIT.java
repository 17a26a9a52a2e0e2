package cn.publiccredit.repair.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.publiccredit.repair.RepairTest;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DecisionNumbersIT extends RepairTest {

    private static final LocalDate DAY = LocalDate.of(2031, 1, 2);

    @Autowired
    private DecisionNumbers numbers;

    @Test
    void casesThatAskAtOnceAndAgainGetOneNumberEachWithoutGaps() throws Exception {
        List<Callable<Decision>> asking = IntStream.range(0, 60)
                .<Callable<Decision>>mapToObj(i -> () -> numbers.forCase("case-" + i % 20, DAY)).toList();

        List<Decision> given;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            given = threads.invokeAll(asking).stream().map(Future::resultNow).distinct().toList();
        }

        assertThat(given).extracting(Decision::number).containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, 20).mapToObj("XF20310102%06d"::formatted).toList());
        assertThat(numbers.forCase("case-3", DAY.plusDays(1)).issuedOn()).isEqualTo(DAY);
    }
}
