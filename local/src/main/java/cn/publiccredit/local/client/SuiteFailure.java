package cn.publiccredit.local.client;

import org.jspecify.annotations.Nullable;

/** The suite did not do what its contract says; the message tells a person what happened instead. */
public abstract class SuiteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected SuiteFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
