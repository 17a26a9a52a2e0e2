package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of an item's data standard.
 *
 * @param name the 中文名
 * @param aliases other header texts by which it is known
 * @param type such as {@code TEXT}, {@code DATE}, {@code USCC}; an unknown one is read as text
 * @param maxLength in characters
 * @param required {@code ALWAYS}, {@code OPTIONAL}, or {@code WHEN} with {@link #requiredWhen}
 * @param allowed the only values, where not empty
 * @param spellings how sources write allowed values otherwise, such as by a code
 * @param allowedPrefix beginnings of further values, such as {@code 其他-}
 * @param multiple characters that part several values in one cell
 * @param scale most decimal places
 * @param notAfter {@code TODAY} or a column's code
 * @param notBefore a column's code
 * @param openEnd the date that means no end, such as {@code 2099-12-31}
 * @param allowPlaceholder whether {@code 00000000000000000X} may stand for a code not yet given
 * @param personal which kind of personal data it holds: {@code NONE, NAME, ID_NUMBER, PHONE, ADDRESS}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Column(
        String code,
        String name,
        List<String> aliases,
        String type,
        @Nullable Integer maxLength,
        @Nullable String required,
        @Nullable Condition requiredWhen,
        @Nullable Condition emptyWhen,
        List<String> allowed,
        List<Spelling> spellings,
        List<String> allowedPrefix,
        @Nullable String multiple,
        @Nullable String pattern,
        @Nullable Integer scale,
        @Nullable BigDecimal min,
        @Nullable BigDecimal minExclusive,
        @Nullable String unit,
        @Nullable String notAfter,
        @Nullable String notBefore,
        @Nullable String openEnd,
        @Nullable Boolean allowPlaceholder,
        @Nullable String personal,
        @Nullable String publicMask) {

    public Column {
        aliases = CatalogItem.orEmpty(aliases);
        allowed = CatalogItem.orEmpty(allowed);
        spellings = CatalogItem.orEmpty(spellings);
        allowedPrefix = CatalogItem.orEmpty(allowedPrefix);
    }

    /** A text that stands for an allowed value, such as {@code 01} for 身份证. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spelling(String text, String value) {}

    public boolean isAlwaysRequired() {
        return "ALWAYS".equals(required);
    }

    public boolean allowsPlaceholder() {
        return Boolean.TRUE.equals(allowPlaceholder);
    }
}
