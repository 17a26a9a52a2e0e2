package cn.publiccredit.acceptance.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** How long single calls take, one after the other, in milliseconds. */
record Latencies(double p50, double p99) {

    /**
     * Calls with random numbers below a bound.
     *
     * @param seed where the random numbers begin
     * @param measured how many calls count; a third as many before them do not
     * @param call makes one call and tells whether the answer was as expected
     */
    static Latencies of(int bound, long seed, int measured, IntFunction<Boolean> call) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] millis = new double[measured];
        for (int i = -measured / 3; i < measured; i++) {
            int which = random.nextInt(bound);
            long begun = System.nanoTime();
            if (!call.apply(which)) {
                throw new AssertionError("an answer was not as expected, for number " + which);
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new Latencies(millis[measured / 2], millis[measured * 99 / 100]);
    }

    /** Of each call, the medians of the rounds' percentiles. */
    static Map<String, Latencies> medians(List<Map<String, Latencies>> rounds) {
        Map<String, Latencies> medians = new LinkedHashMap<>();
        for (String call : rounds.getFirst().keySet()) {
            medians.put(call, new Latencies(median(rounds, call, Latencies::p50), median(rounds, call, Latencies::p99)));
        }
        return medians;
    }

    private static double median(List<Map<String, Latencies>> rounds, String call, ToDoubleFunction<Latencies> figure) {
        double[] sorted = rounds.stream().map(round -> round.get(call)).mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
