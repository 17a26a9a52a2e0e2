package cn.publiccredit.repair.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's parameters of repair (国办发〔2025〕22号, 国家发展改革委令第36号).
 *
 * @param acceptWorkingDays working days from receipt to the decision whether to accept
 * @param reviewWorkingDays working days from acceptance to the result
 * @param totalWorkingDays working days from receipt to the result
 * @param longestExtensionWorkingDays working days by which a review may be extended at most; null in copies that were kept before it
 *     was read
 * @param falseMaterialYears years without repair after false material
 * @param source the rule that these stand in
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RepairRules(
        int acceptWorkingDays,
        int reviewWorkingDays,
        int totalWorkingDays,
        @Nullable Integer longestExtensionWorkingDays,
        int falseMaterialYears,
        @Nullable String source) {}
