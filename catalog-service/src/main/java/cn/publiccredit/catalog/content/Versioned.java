package cn.publiccredit.catalog.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A piece of content in one of its versions. A published version never changes; a change is a new version. */
public interface Versioned {

    /** What it is called in paths, such as {@code CF}. */
    String code();

    int version();

    /** The edition it belongs to, an entry of code set {@code editions}, such as {@code national-2024}. */
    String edition();

    /** The first day it is in force. */
    LocalDate effectiveFrom();

    /** The last day it is in force; null while no end is set. */
    @Nullable LocalDate effectiveTo();

    /** The law, regulation or document that it rests on. */
    String legalBasis();

    /** Where the content was found; {@code [M]} and {@code [memory]} mark what was not seen in print. */
    String source();
}
