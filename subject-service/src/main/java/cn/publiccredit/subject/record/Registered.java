package cn.publiccredit.subject.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the register says about a subject; texts as the register spells them. */
public record Registered(
        @Nullable LocalDate date,
        @Nullable String type,
        @Nullable String capital,
        @Nullable String scope,
        @Nullable String address) {}
