package cn.publiccredit.acceptance.benchmark;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** How long single calls take, one after the other, in milliseconds. */
record Latencies(double p50, double p99) {

    private static final int MEASURED = 3_000;

    /**
     * Calls with random numbers below a bound.
     *
     * @param call makes one call and tells whether the answer was as expected
     */
    static Latencies of(int bound, IntFunction<Boolean> call) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122L);
        double[] millis = new double[MEASURED];
        for (int i = -MEASURED / 3; i < MEASURED; i++) {
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
        return new Latencies(millis[MEASURED / 2], millis[MEASURED * 99 / 100]);
    }
}
