package cn.publiccredit.repair.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened in a case: the state it came to, or stayed in. */
record CaseEvent(CaseState state, Instant at, Actor by, @Nullable String note) {}
