package cn.publiccredit.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that starts services as processes of their own and kills them. It is slow; where the tests run on two stores beside
 * each other ({@code .ci/run}), it runs on the real one only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag(KillsProcesses.TAG)
public @interface KillsProcesses {

    /** For the build's {@code excludedGroups}. */
    String TAG = "kills-processes";
}
