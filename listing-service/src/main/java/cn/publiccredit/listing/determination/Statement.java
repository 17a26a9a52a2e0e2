package cn.publiccredit.listing.determination;

import java.time.Instant;

/** What the subject said; {@code waived} when it does without the rest of the notice period. */
record Statement(String text, boolean waived, Person recordedBy, Instant at) {}
