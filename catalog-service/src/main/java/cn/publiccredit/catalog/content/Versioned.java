package cn.publiccredit.catalog.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A piece of content in one of its versions. A published version never changes; a change is a new version. */
public interface Versioned {

    /** What it is called in paths, such as {@code CF}. */
    String code();

    int version();

    /** The first day it is in force. */
    LocalDate effectiveFrom();

    /** The last day it is in force; null while no end is set. */
    @Nullable LocalDate effectiveTo();

    /** Whether it is in force on this day. */
    default boolean isInForce(LocalDate day) {
        LocalDate end = effectiveTo();
        return !day.isBefore(effectiveFrom()) && (end == null || !day.isAfter(end));
    }
}
