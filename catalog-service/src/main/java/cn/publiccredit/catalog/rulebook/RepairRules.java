package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Deadlines of credit repair, and how long false material bars from it (国办发〔2025〕22号; 国家发展改革委令第36号). */
record RepairRules(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        int acceptWorkingDays,
        int reviewWorkingDays,
        int totalWorkingDays,
        int falseMaterialYears,
        String legalBasis,
        String source)
        implements Versioned {}
