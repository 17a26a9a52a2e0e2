package cn.publiccredit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test against a whole service of something that no store decides: how files are read, what happens when a peer is silent.
 * Where a real engine is beside the embedded store ({@code .ci/run}), it runs on the embedded one only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag(AnyStore.TAG)
public @interface AnyStore {

    /** For the build's {@code excludedGroups}. */
    String TAG = "any-store";
}
