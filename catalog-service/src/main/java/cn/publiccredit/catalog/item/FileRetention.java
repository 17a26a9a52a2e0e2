package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.Faults;
import org.jspecify.annotations.Nullable;

/**
 * How long files of an item are kept as they were received, with their rejects; either years or days, from the day of receipt.
 *
 * @param source what the period rests on
 */
record FileRetention(@Nullable Integer years, @Nullable Integer days, String source) {

    private static final int MOST_YEARS = 100;
    private static final int MOST_DAYS = 36_525;

    void check(Faults faults) {
        faults.unless((years == null) != (days == null), "fileRetention", "one-unit",
                "保存期限以年（years）或以天（days）表示，须且只须填写一项，请更正。",
                "The period is in years or in days; give exactly one of them.");
        faults.unless(isWithin(years, MOST_YEARS) && isWithin(days, MOST_DAYS), "fileRetention", "range",
                "保存期限应为 1 天至 100 年，请更正。", "The period must be from one day to a hundred years; correct it.");
    }

    private static boolean isWithin(@Nullable Integer number, int most) {
        return number == null || (number > 0 && number <= most);
    }
}
