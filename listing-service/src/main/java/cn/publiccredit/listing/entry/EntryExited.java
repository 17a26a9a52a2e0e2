package cn.publiccredit.listing.entry;

/** An entry was ended before its term; only a hint to look now, what must follow stands in the entry's steps. */
public record EntryExited(String entry) {}
