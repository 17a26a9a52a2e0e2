package cn.publiccredit.subject.performance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a contract or with arrears; each becomes a version of the body's record.
 *
 * @param status where it stood afterwards, in the words of the record
 * @param facts what was seen; null for the registration
 * @param on the day it names
 */
record Event(String status, @Nullable String facts, LocalDate on, String actor, String actorName, Instant at) {}
