package cn.publiccredit.subject.collection;

/** How often something was noticed in accepted rows, and in which row first. */
record Noticed(long count, long firstRow) {}
