package cn.publiccredit.local.client;

/** A call was answered with another status than it should have been; the message has what came instead. */
public final class UnexpectedReply extends SuiteFailure {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 1500;

    UnexpectedReply(Reply reply, int expected) {
        super(reply.call() + " 应答 / answered " + reply.status() + "，应为 / instead of " + expected + "："
                + reply.text().substring(0, Math.min(SHOWN, reply.text().length())), null);
    }
}
