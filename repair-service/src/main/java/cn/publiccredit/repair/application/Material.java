package cn.publiccredit.repair.application;

/** A piece of proof that the subject gives with its application. */
record Material(String name, String text) {}
