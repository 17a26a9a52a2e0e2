package cn.publiccredit.listing.subject;

/** An answer of subject-service that is JSON but not what was asked for. */
final class Garbage extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private Garbage() {
        super("the subject service's answer lacks what it must have");
    }

    static void unless(boolean whole) {
        if (!whole) {
            throw new Garbage();
        }
    }
}
