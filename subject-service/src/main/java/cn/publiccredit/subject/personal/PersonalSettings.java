package cn.publiccredit.subject.personal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys for personal data; the service does not start without them. Secrets have at least 32 characters. A prefix such as
 * {@code k2:} names a key; a name that ends with {@code s}, such as {@code k2s:}, takes the national algorithms (SM4, SM3)
 * instead of the international ones.
 *
 * @param fieldKey secret that fields are encrypted with; without a prefix it is {@code k1}
 * @param formerFieldKeys earlier secrets with their prefixes, for values that were encrypted before a rotation
 * @param lookupKey secret of the hashes that persons are looked up by; without a prefix it is {@code l1}
 * @param formerLookupKeys the earlier one, while a rotation runs; at most one, so that all replicas agree on whom they add
 * @param idKey secret of the ids of records; the first look-up key where it is not set. It can never be changed
 */
@ConfigurationProperties(prefix = "credit.personal", ignoreUnknownFields = false)
record PersonalSettings(
        @DefaultValue("") String fieldKey,
        @DefaultValue List<String> formerFieldKeys,
        @DefaultValue("") String lookupKey,
        @DefaultValue List<String> formerLookupKeys,
        @DefaultValue("") String idKey) {

    private static final int SHORTEST = 32;

    PersonalSettings {
        requireSecret(fieldKey, "credit.personal.field-key (CREDIT_FIELD_KEY)");
        requireSecret(lookupKey, "credit.personal.lookup-key (CREDIT_LOOKUP_KEY)");
        formerFieldKeys = formerFieldKeys.stream().filter(key -> !key.isBlank()).toList();
        formerLookupKeys = formerLookupKeys.stream().filter(key -> !key.isBlank()).toList();
        if (formerLookupKeys.size() > 1) {
            throw new IllegalArgumentException("credit.personal.former-lookup-keys (CREDIT_FORMER_LOOKUP_KEYS) holds more than "
                    + "one key: finish one rotation before the next.");
        }
        if (!idKey.isBlank()) {
            requireSecret(idKey, "credit.personal.id-key (CREDIT_ID_KEY)");
        } else if (!formerLookupKeys.isEmpty()) {
            throw new IllegalArgumentException("Set credit.personal.id-key (CREDIT_ID_KEY) to the first look-up key before the "
                    + "look-up key is changed: ids of records are made with it.");
        }
    }

    String idSecret() {
        return idKey.isBlank() ? lookupKey.strip() : idKey.strip();
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
