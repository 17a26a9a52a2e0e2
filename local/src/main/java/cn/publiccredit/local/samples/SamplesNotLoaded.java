package cn.publiccredit.local.samples;

import cn.publiccredit.local.client.SuiteFailure;
import org.jspecify.annotations.Nullable;

/** Sample data are not in the platform as they should be. */
public final class SamplesNotLoaded extends SuiteFailure {

    private static final long serialVersionUID = 1L;

    SamplesNotLoaded(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
