package cn.publiccredit.catalog.item;

import cn.publiccredit.catalog.content.Omissible;
import cn.publiccredit.catalog.protection.DataClass;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of an item's data standard.
 *
 * @param name the 中文名, which files may use as header instead of the code, as they may any alias
 * @param maxLength in characters; null for numbers
 * @param allowed the only values, where not empty
 * @param spellings how sources write allowed values otherwise, such as by a code
 * @param allowedPrefix beginnings of further allowed values, such as {@code 其他-}
 * @param multiple characters that part several values in one cell; null for one value
 * @param scale most decimal places
 * @param min least value
 * @param minExclusive what the value must exceed where the column is required
 * @param unit what a number counts
 * @param notAfter {@code TODAY} or the column that a date must not be after
 * @param notBefore the column that a date must not be before
 * @param openEnd the date that means no end (长期)
 * @param allowPlaceholder whether seventeen zeros and X may stand for a code not yet given
 * @param dataClass what its data are about, as far as the law treats it apart
 * @param source where the rule was found; {@code [M]} marks what was not seen in print
 */
record Column(
        String code,
        String name,
        @Omissible List<String> aliases,
        Type type,
        @Nullable Integer maxLength,
        Required required,
        @Nullable Condition requiredWhen,
        @Nullable Condition emptyWhen,
        @Omissible List<String> allowed,
        @Omissible List<Spelling> spellings,
        @Omissible List<String> allowedPrefix,
        @Nullable String multiple,
        @Nullable String pattern,
        @Nullable Integer scale,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal min,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal minExclusive,
        @Nullable String unit,
        @Nullable String notAfter,
        @Nullable String notBefore,
        @Nullable LocalDate openEnd,
        @Nullable Boolean allowPlaceholder,
        @Omissible Personal personal,
        @Omissible PublicMask publicMask,
        @Omissible DataClass dataClass,
        String source) {

    Column {
        aliases = listOf(aliases);
        allowed = listOf(allowed);
        spellings = listOf(spellings);
        allowedPrefix = listOf(allowedPrefix);
        allowPlaceholder = Boolean.TRUE.equals(allowPlaceholder);
        personal = Objects.requireNonNullElse(personal, Personal.NONE);
        publicMask = Objects.requireNonNullElse(publicMask, PublicMask.NONE);
        dataClass = Objects.requireNonNullElse(dataClass, DataClass.ORDINARY);
    }

    /** Whether a record may have this value here, spellings of it put right already. */
    boolean allows(String value) {
        return allowed.isEmpty() || allowed.contains(value) || allowedPrefix.stream().anyMatch(value::startsWith);
    }

    static <T> List<T> listOf(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** A text that stands for an allowed value, such as {@code 01} for 身份证. */
    record Spelling(String text, String value) {}

    /** A CODE is one of {@code allowed}, or where there are none a number or code that somebody gave out; blanks and width do not count. */
    enum Type { TEXT, CODE, DATE, DECIMAL, USCC, ID_NUMBER, ENUM, MONEY_TEXT }

    enum Required { ALWAYS, OPTIONAL, WHEN }

    /** Which kind of personal data it can hold; ID numbers and phones are stored encrypted. */
    enum Personal { NONE, NAME, ID_NUMBER, PHONE, ADDRESS }

    /** What the public sees of it. */
    enum PublicMask { NONE, HIDE, PARTIAL }
}
