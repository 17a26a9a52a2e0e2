package cn.publiccredit.subject.collection;

/**
 * What became of the rows; received is always the sum of accepted, updated, duplicate and rejected.
 *
 * @param acceptedWithWarnings how many of those accepted there is something to say about
 */
record Counts(
        long received, long accepted, long acceptedWithWarnings, long updated, long duplicate, long rejected) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
}
