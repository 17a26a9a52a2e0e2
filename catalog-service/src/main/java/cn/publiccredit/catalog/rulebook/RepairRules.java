package cn.publiccredit.catalog.rulebook;

import cn.publiccredit.catalog.content.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines of credit repair and of objections (国办发〔2025〕22号; 国家发展改革委令第36号).
 *
 * @param acceptWorkingDays from receipt to the decision whether to accept
 * @param reviewWorkingDays from acceptance to the result
 * @param totalWorkingDays from receipt to the result
 * @param longestExtensionWorkingDays by how much a review may be extended at most
 * @param falseMaterialYears how long false material bars from repair
 * @param withdrawalDays calendar days from a decision's withdrawal or change to the end of its publicity (行政处罚法第四十八条)
 * @param objectionForwardWorkingDays from receipt of an objection to its forwarding
 * @param objectionCheckWorkingDays from then to the result of the check
 */
record RepairRules(
        String code,
        int version,
        String edition,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        int acceptWorkingDays,
        int reviewWorkingDays,
        int totalWorkingDays,
        int longestExtensionWorkingDays,
        int falseMaterialYears,
        int withdrawalDays,
        int objectionForwardWorkingDays,
        int objectionCheckWorkingDays,
        String legalBasis,
        String source)
        implements Versioned {}
