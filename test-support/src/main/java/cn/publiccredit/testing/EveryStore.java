package cn.publiccredit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test of what a service asks most of its store: leases, unique keys, writes that depend on what stands. Where a real engine is
 * beside the embedded store ({@code .ci/run}), it runs on both; the other tests against a whole service run on the real one only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag(EveryStore.TAG)
public @interface EveryStore {

    /** For the build's {@code store.tests}. */
    String TAG = "every-store";
}
