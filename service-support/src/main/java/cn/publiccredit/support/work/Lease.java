package cn.publiccredit.support.work;

import java.util.concurrent.atomic.AtomicBoolean;

/** A replica's right to work on one document, renewed in the background while it works. */
public final class Lease {

    private final String owner;
    private final AtomicBoolean lost = new AtomicBoolean();

    Lease(String owner) {
        this.owner = owner;
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
