package cn.publiccredit.subject.collection;

/** What became of the rows; received is always the sum of the others. */
record Counts(long received, long accepted, long updated, long duplicate, long rejected) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);
}
