package cn.publiccredit.subject.collection;

import java.time.Instant;

/** Somebody's wish that a batch go no further; it is over when its state says so. */
record Cancellation(String by, Instant at) {}
