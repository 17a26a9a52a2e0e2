package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that is decided after a screening, such as LOAN 融资授信. */
record Matter(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String name,
        String legalBasis,
        String source)
        implements Versioned {}
