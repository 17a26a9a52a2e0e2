package cn.publiccredit.subject.subjects;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are compared and searched: width, brackets, blanks and spellings of the legal form do not count. */
final class Names {

    /** Longest stretch of a name that an index entry holds; longer questions are compared in full after it. */
    static final int TOKEN = 12;

    /** Shortest question that is answered: one character fits half of all names. */
    static final int SHORTEST = 2;

    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}·\u00a0\u200b\ufeff]+");
    private static final List<String> FORMS = List.of("股份有限公司", "有限公司");
    private static final int MOST_TOKENS = 40;

    private Names() {}

    /** The name as it is compared. */
    static String key(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return IGNORED.matcher(folded).replaceAll("")
                .replace("股份有限责任公司", "股份有限公司")
                .replace("有限责任公司", "有限公司")
                .replace("有限公司责任公司", "有限公司");
    }

    /** Where in a name a question may begin: every place but inside the legal form, which all names share. */
    static Set<String> tokens(String key) {
        int end = key.length();
        for (String form : FORMS) {
            if (key.endsWith(form)) {
                end = key.length() - form.length() + 1;
                break;
            }
        }
        Set<String> tokens = new LinkedHashSet<>();
        for (int i = 0; i < end && i <= key.length() - SHORTEST && tokens.size() < MOST_TOKENS; i++) {
            tokens.add(key.substring(i, Math.min(key.length(), i + TOKEN)));
        }
        return tokens;
    }
}
