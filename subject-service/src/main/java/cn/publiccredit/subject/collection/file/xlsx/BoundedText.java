package cn.publiccredit.subject.collection.file.xlsx;

/** Text that is kept up to a bound, and known to be longer. */
final class BoundedText {

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private boolean tooLong;

    BoundedText(int longest) {
        this.longest = longest;
    }

    void clear() {
        text.setLength(0);
        tooLong = false;
    }

    void append(char[] characters, int from, int length) {
        int room = Math.min(length, longest - text.length());
        text.append(characters, from, room);
        tooLong |= room < length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
