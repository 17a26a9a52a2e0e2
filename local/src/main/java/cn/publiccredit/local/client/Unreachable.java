package cn.publiccredit.local.client;

/** A part of the suite did not answer at all. */
public final class Unreachable extends SuiteFailure {

    private static final long serialVersionUID = 1L;

    Unreachable(String call, Throwable cause) {
        super(call + " 无应答，平台是否已启动？ / no answer, is the suite up? (./credit up)", cause);
    }
}
