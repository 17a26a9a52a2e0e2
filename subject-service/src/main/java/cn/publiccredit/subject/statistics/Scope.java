package cn.publiccredit.subject.statistics;

import cn.publiccredit.support.identity.Division;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures are wanted.
 *
 * @param division only sources of this division; all of them for a province, or null
 * @param source only this one, wherever it is; null for all
 */
record Scope(@Nullable Division division, @Nullable String source) {

    boolean includes(Key key) {
        if (source != null) {
            return source.equals(key.source());
        }
        return division == null || division.isProvince()
                || (key.division() != null && key.division().startsWith(division.significantDigits()));
    }

    /** The division by its code; null for the province. */
    @Nullable String divisionCode() {
        return division == null || division.isProvince() ? null : division.code();
    }

    /** Whether figures of cities make sense: a county's or a single source's are no city's. */
    boolean hasCities() {
        return source == null && (division == null || division.code().endsWith("00"));
    }
}
