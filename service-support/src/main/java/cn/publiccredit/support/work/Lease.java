package cn.publiccredit.support.work;

import java.util.concurrent.atomic.AtomicBoolean;

/** A replica's right to work on one document, renewed in the background while it works. */
public final class Lease {

    private final String owner;
    private final int brokenOff;
    private final AtomicBoolean lost = new AtomicBoolean();

    Lease(String owner, int brokenOff) {
        this.owner = owner;
        this.brokenOff = brokenOff;
    }

    /**
     * How many runs in a row before this one ended without a word: their process was killed, say for want of memory, or could
     * not reach the store. A task that moves a checkpoint takes them back by removing {@code work.brokenOff}.
     */
    public int brokenOff() {
        return brokenOff;
    }

    /** The value of {@code work.leaseOwner} while the lease is held; guards writes on the document. */
    public String owner() {
        return owner;
    }

    public boolean isHeld() {
        return !lost.get();
    }

    /** @throws LeaseLost when another replica has taken over */
    public void requireHeld() {
        if (lost.get()) {
            throw new LeaseLost();
        }
    }

    void lose() {
        lost.set(true);
    }

    /** The work is no longer ours; whatever was begun is taken up by its new owner. */
    public static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost() {
            super("another replica has taken over");
        }
    }
}
