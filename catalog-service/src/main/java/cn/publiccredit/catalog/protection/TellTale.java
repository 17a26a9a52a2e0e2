package cn.publiccredit.catalog.protection;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that give a class of data away: Chinese ones anywhere, English ones as whole words, however a name joins them. */
final class TellTale {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern JOINT = Pattern.compile("[\\s_./-]+");

    private final @Nullable Pattern chinese;
    private final @Nullable Pattern english;

    TellTale(String chinese, String english) {
        this.chinese = chinese.isEmpty() ? null : Pattern.compile(chinese);
        this.english = english.isEmpty()
                ? null
                : Pattern.compile("(?<![A-Za-z])(?:" + english + ")(?![A-Za-z])", Pattern.CASE_INSENSITIVE);
    }

    boolean in(Name name) {
        return (chinese != null && chinese.matcher(name.joined()).find())
                || (english != null && english.matcher(name.words()).find());
    }

    /**
     * A name as it is searched.
     *
     * @param joined without blanks and joints
     * @param words with a blank between its words
     */
    record Name(String joined, String words) {

        static Name of(String name) {
            String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
            return new Name(JOINT.matcher(plain).replaceAll(""),
                    JOINT.matcher(HUMP.matcher(plain).replaceAll(" ")).replaceAll(" "));
        }
    }
}
