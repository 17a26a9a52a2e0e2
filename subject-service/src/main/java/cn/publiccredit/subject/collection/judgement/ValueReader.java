package cn.publiccredit.subject.collection.judgement;

import org.jspecify.annotations.Nullable;

/** Reads a filled cell of one column. */
@FunctionalInterface
interface ValueReader {

    /** The value in its one normal form; null when a rule is broken, which is then among the complaints. */
    @Nullable String read(String cell, Complaints complaints);
}
