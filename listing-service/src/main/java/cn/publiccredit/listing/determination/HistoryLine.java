package cn.publiccredit.listing.determination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A state that a case came to: when, by whom (null for the platform's own worker), and what was noted. */
record HistoryLine(CaseState state, Instant at, @Nullable Person by, @Nullable String note) {}
