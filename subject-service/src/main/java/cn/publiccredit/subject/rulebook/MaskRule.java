package cn.publiccredit.subject.rulebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of personal data is shown to those who may not see all of it, as the catalogue has it.
 *
 * @param code the kind of personal data, such as {@code ID_NUMBER}
 * @param hidden whether nothing of it is shown at all
 * @param keepFirst how many characters at the beginning stay
 * @param keepLast how many characters at the end stay
 * @param filling what stands for each character that does not stay
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MaskRule(String code, boolean hidden, int keepFirst, int keepLast, @Nullable String filling) {

    /** What is used while the catalogue never told of any: nothing is shown. */
    public static final MaskRule STRICTEST = new MaskRule("", true, 0, 0, "*");

    /** The characters that stand for this many that do not stay. */
    public String filled(int characters) {
        String one = Objects.requireNonNullElse(filling, "");
        return (one.isBlank() ? "*" : one).repeat(characters);
    }
}
