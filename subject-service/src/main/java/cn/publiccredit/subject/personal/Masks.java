package cn.publiccredit.subject.personal;

import cn.publiccredit.subject.rulebook.MaskRule;
import cn.publiccredit.subject.rulebook.MaskRules;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What of a personal value may be shown to others, by the catalogue's masks. */
@Component
public class Masks {

    /** Stands for what is hidden, so that not even its length is told. */
    private static final int HIDDEN = 4;

    /** The same for names, whatever their length. */
    private static final int REST_OF_NAME = 2;

    private final Function<String, MaskRule> rules;

    @Autowired
    Masks(MaskRules rules) {
        this(rules::of);
    }

    /** @param rules the mask of each kind of personal data, by its name */
    Masks(Function<String, MaskRule> rules) {
        this.rules = rules;
    }

    String of(PersonalClass kind, String value) {
        return switch (kind) {
            case NAME -> name(value);
            case ID_NUMBER, PHONE -> kept(rule(kind), value);
            case ADDRESS -> address(value);
            case NONE -> kept(new MaskRule("", false, value.length() / 4, value.length() / 4, "*"), value);
        };
    }

    /** An id number, or what may be one, masked. */
    public String number(String value) {
        return of(PersonalClass.ID_NUMBER, value);
    }

    /** A value of a column that holds this kind of personal data, as others may see it; elsewhere long numbers are masked. */
    public String shown(PersonalClass kind, String value) {
        return kind == PersonalClass.NONE ? LongNumbers.masked(value) : of(kind, value);
    }

    /** A person's name, masked so that its length does not show; never all of a name that has more than one character. */
    public String name(String value) {
        MaskRule rule = rule(PersonalClass.NAME);
        if (value.isEmpty() || rule.hidden()) {
            return value.isEmpty() ? value : rule.filled(HIDDEN);
        }
        int length = value.codePointCount(0, value.length());
        int first = Math.min(rule.keepFirst(), Math.max(1, length - 1));
        int last = first + rule.keepLast() < length ? rule.keepLast() : 0;
        return first(value, first) + rule.filled(REST_OF_NAME) + last(value, last);
    }

    /** Running text about a person, with the name, and whatever looks like an id or mobile phone number, masked. */
    public String inText(String text, String name) {
        String named = name.strip().length() < 2 ? text : text.replace(name.strip(), name(name.strip()));
        return inText(named);
    }

    /** Running text about anybody, with whatever looks like an id or mobile phone number masked. */
    public String inText(String text) {
        return numbers(PersonalNumbers.LIKELY, text);
    }

    /** A text with such numbers in it masked. */
    String numbers(PersonalNumbers which, String text) {
        return which.masked(text, this::of);
    }

    // Never beyond the district: enough to tell two people apart, not enough to find a door.
    private String address(String value) {
        MaskRule rule = rule(PersonalClass.ADDRESS);
        int district = Math.max(value.indexOf('区'), Math.max(value.indexOf('县'), value.indexOf('市'))) + 1;
        int shown = rule.hidden() ? 0 : Math.min(rule.keepFirst(), district == 0 ? 3 : district);
        return first(value, Math.min(shown, value.codePointCount(0, value.length()))) + rule.filled(HIDDEN);
    }

    private MaskRule rule(PersonalClass kind) {
        return rules.apply(kind.name());
    }

    private static String kept(MaskRule rule, String value) {
        if (rule.hidden()) {
            return rule.filled(HIDDEN);
        }
        int length = value.codePointCount(0, value.length());
        int hidden = length - rule.keepFirst() - rule.keepLast();
        return hidden <= 0
                ? rule.filled(length)
                : first(value, rule.keepFirst()) + rule.filled(hidden) + last(value, rule.keepLast());
    }

    private static String first(String value, int characters) {
        return value.substring(0, value.offsetByCodePoints(0, characters));
    }

    private static String last(String value, int characters) {
        return value.substring(value.offsetByCodePoints(value.length(), -characters));
    }
}
