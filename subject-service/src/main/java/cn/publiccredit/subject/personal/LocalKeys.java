package cn.publiccredit.subject.personal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Keys that are derived from secrets in the settings, each named by the prefix of its secret. */
@Component
class LocalKeys implements KeyService {

    private static final Pattern FIELD = Pattern.compile("(k\\d+s?):(.+)", Pattern.DOTALL);
    private static final Pattern LOOKUP = Pattern.compile("(l\\d+s?):(.+)", Pattern.DOTALL);

    private final Ring fields = new Ring(FIELD, "k1", "credit.personal.field", "two field keys");
    private final Ring lookups = new Ring(LOOKUP, "l1", "credit.personal.lookup", "two look-up keys");

    LocalKeys(PersonalSettings settings) {
        settings.formerFieldKeys().forEach(fields::add);
        fields.makeCurrent(settings.fieldKey());
        settings.formerLookupKeys().forEach(lookups::add);
        lookups.makeCurrent(settings.lookupKey());
    }

    @Override
    public String currentKey() {
        return fields.current;
    }

    @Override
    public List<String> formerKeys() {
        return fields.former();
    }

    @Override
    public byte[] unwrapped(String keyName) {
        return fields.key(keyName);
    }

    @Override
    public String currentLookupKey() {
        return lookups.current;
    }

    @Override
    public List<String> formerLookupKeys() {
        return lookups.former();
    }

    @Override
    public byte[] lookupHash(String keyName, byte[] text) {
        return CryptoSet.of(keyName).mac(lookups.key(keyName), text);
    }

    /** Keys of one kind by their names. */
    private static final class Ring {

        private final Pattern named;
        private final String unnamed;
        private final String purpose;
        private final String twice;
        private final Map<String, byte[]> keys = new TreeMap<>();
        private String current = "";

        Ring(Pattern named, String unnamed, String purpose, String twice) {
            this.named = named;
            this.unnamed = unnamed;
            this.purpose = purpose;
            this.twice = twice;
        }

        void makeCurrent(String setting) {
            current = add(setting);
        }

        String add(String setting) {
            Matcher matcher = named.matcher(setting.strip());
            String name = matcher.matches() ? matcher.group(1) : unnamed;
            String secret = matcher.matches() ? matcher.group(2) : setting.strip();
            if (keys.put(name, CryptoSet.of(name).derived(secret, purpose)) != null) {
                throw new IllegalStateException(twice + " are called " + name + ": give each a name of its own, such as "
                        + unnamed.charAt(0) + "2:…, or what was made with one of them can never be read again");
            }
            return name;
        }

        List<String> former() {
            return keys.keySet().stream().filter(name -> !name.equals(current)).toList();
        }

        byte[] key(String name) {
            byte[] key = keys.get(name);
            if (key == null) {
                throw new SealBroken("the key " + name + " is not among the settings", null);
            }
            return key;
        }
    }
}
