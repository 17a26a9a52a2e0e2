package cn.publiccredit.listing.rulebook;

/** An answer of the catalogue that is JSON but not the rule book that was asked for. */
final class Garbage extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private Garbage() {
        super("the catalogue's answer lacks what a rule book must have");
    }

    static void unless(boolean whole) {
        if (!whole) {
            throw new Garbage();
        }
    }
}
