package cn.publiccredit.subject.performance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found out, as sent.
 *
 * @param on the day it names; today when null
 */
record Finding(@Nullable LocalDate on, @Nullable String facts) {}
