package cn.publiccredit.acceptance.benchmark;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** How long single calls take, one after the other, in milliseconds. */
record Latencies(double p50, double p99) {

    private static final int OFTEN = 3_000;
    private static final int SELDOM = 60;

    /**
     * Calls with random numbers below a bound.
     *
     * @param call makes one call and tells whether the answer was as expected
     */
    static Latencies of(int bound, IntFunction<Boolean> call) {
        return of(bound, OFTEN, call);
    }

    /** Of calls that may take long, so that fewer are made. */
    static Latencies ofFew(int bound, IntFunction<Boolean> call) {
        return of(bound, SELDOM, call);
    }

    private static Latencies of(int bound, int measured, IntFunction<Boolean> call) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122L);
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
}
