package cn.publiccredit.subject.personal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys for personal data; the service does not start without them.
 *
 * @param fieldKey secret that fields are encrypted with, at least 32 characters; a prefix such as {@code k2:} names it,
 *     without one it is {@code k1}
 * @param formerFieldKeys earlier secrets with their prefixes, for values that were encrypted before a rotation
 * @param lookupKey secret of the keyed hashes, at least 32 characters; it cannot be changed, since ids are made with it
 */
@ConfigurationProperties(prefix = "credit.personal", ignoreUnknownFields = false)
record PersonalSettings(
        @DefaultValue("") String fieldKey, @DefaultValue List<String> formerFieldKeys, @DefaultValue("") String lookupKey) {

    private static final int SHORTEST = 32;

    PersonalSettings {
        requireSecret(fieldKey, "credit.personal.field-key (CREDIT_FIELD_KEY)");
        requireSecret(lookupKey, "credit.personal.lookup-key (CREDIT_LOOKUP_KEY)");
        formerFieldKeys = formerFieldKeys.stream().filter(key -> !key.isBlank()).toList();
    }

    private static void requireSecret(String secret, String setting) {
        if (secret.strip().length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "Set " + setting + " to a random secret of at least " + SHORTEST + " characters.");
        }
    }

    @Override
    public String toString() {
        return "PersonalSettings[secret]";
    }
}
