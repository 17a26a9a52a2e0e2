package cn.publiccredit.subject.collection;

/** Why a file as a whole was refused: a stable code, and what to do. */
record Failure(String code, String message) {}
