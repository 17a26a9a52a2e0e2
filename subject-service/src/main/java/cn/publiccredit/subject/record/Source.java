package cn.publiccredit.subject.record;

import cn.publiccredit.support.identity.Division;

/** The organisation that supplied a record, and the division it belongs to: the record belongs there, too. */
public record Source(String uscc, String name, Division division) {}
