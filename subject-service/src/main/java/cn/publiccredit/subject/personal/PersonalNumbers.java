package cn.publiccredit.subject.personal;

import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.Column;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers in a column's values are taken for somebody's id or mobile phone number: sources write them into facts and
 * remarks, of organisations too, though they have columns of their own.
 */
public enum PersonalNumbers {

    /** Whatever may be one, of any width and in the usual groups, unless it is a credit code or part of a longer code. */
    LIKELY {
        @Override
        @Nullable PersonalClass kind(MatchResult found, int length) {
            String number = plain(found.group());
            if (found.group("id") != null) {
                return UnifiedSocialCreditCode.isValid(number) && !CitizensNumber.isRight(number) ? null : PersonalClass.ID_NUMBER;
            }
            if (found.group("phone") != null) {
                return PersonalClass.PHONE;
            }
            // Fifteen digits that fill a cell are a registration number's.
            boolean whole = found.group().length() == length;
            return !whole && CitizensNumber.isOld(number) ? PersonalClass.ID_NUMBER : null;
        }
    },

    /** Right id numbers only: the number of a document or a licence must not be spoilt because it looks like one. */
    CERTAIN {
        @Override
        @Nullable PersonalClass kind(MatchResult found, int length) {
            return found.group("id") != null && CitizensNumber.isRight(plain(found.group())) ? PersonalClass.ID_NUMBER : null;
        }
    },

    /** None: dates, amounts and credit codes, and columns that are personal as a whole. */
    NONE {
        @Override
        @Nullable PersonalClass kind(MatchResult found, int length) {
            return null;
        }
    };

    private static final int FEWEST_DIGITS = 11;
    private static final String BLANKS = " \u3000\u00A0-";
    private static final Pattern NUMBER = pattern();

    abstract @Nullable PersonalClass kind(MatchResult found, int length);

    /** How this column of an item is to be looked through. */
    public static PersonalNumbers of(CatalogItem item, Column column) {
        String personal = Objects.requireNonNullElse(column.personal(), "");
        boolean name = personal.equals(PersonalClass.NAME.name());
        if (!name && !personal.isEmpty() && !personal.equals(PersonalClass.NONE.name())) {
            return NONE;
        }
        return switch (column.type()) {
            case "DATE", "DECIMAL", "MONEY_TEXT", "USCC", "ID_NUMBER" -> NONE;
            case "CODE" -> CERTAIN;
            default -> !name && isIdentifier(item, column.code()) ? CERTAIN : LIKELY;
        };
    }

    private static boolean isIdentifier(CatalogItem item, String column) {
        return item.naturalKey().contains(column) || Stream.of("documentNumber", "registrationNumber", "uscc")
                .anyMatch(role -> column.equals(item.roles().get(role)));
    }

    /** Whether one stands in this text. */
    public boolean isIn(String text) {
        return mayBeIn(text)
                && NUMBER.matcher(text).results().anyMatch(found -> kind(found, text.length()) != null);
    }

    /** The text with each of them masked. @param mask gives the mask of a number of that kind */
    String masked(String text, Mask mask) {
        return !mayBeIn(text) ? text : NUMBER.matcher(text).replaceAll(found -> {
            PersonalClass kind = kind(found, text.length());
            return Matcher.quoteReplacement(kind == null ? found.group() : mask.of(kind, found.group()));
        });
    }

    /** What stands for a value of this kind. */
    interface Mask {
        String of(PersonalClass kind, String value);
    }

    // Most texts hold no long number: they are passed over without the pattern, which costs much more.
    private boolean mayBeIn(String text) {
        if (this == NONE) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= '０' && c <= '９')) {
                digits++;
                if (digits == FEWEST_DIGITS) {
                    return true;
                }
            } else if (BLANKS.indexOf(c) < 0) {
                digits = 0;
            }
        }
        return false;
    }

    private static String plain(String number) {
        StringBuilder plain = new StringBuilder(number.length());
        Normalizer.normalize(number, Normalizer.Form.NFKC).chars()
                .filter(c -> BLANKS.indexOf(c) < 0).forEach(c -> plain.append((char) c));
        return plain.toString().toUpperCase(Locale.ROOT);
    }

    private static Pattern pattern() {
        String digit = "[0-9０-９]";
        String gap = "[" + BLANKS + "]?";
        String ofWord = "[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]";
        String id = digit + "{6}" + gap + digit + "{4}" + gap + digit + "{4}" + gap + digit + "{3}[0-9０-９XxＸｘ]";
        String phone = "(?:[8８][6６]" + gap + ")?[1１][3-9３-９]" + digit + gap + digit + "{4}" + gap + digit + "{4}";
        return Pattern.compile("(?<!" + ofWord + ")(?:(?<id>" + id + ")|(?<old>" + digit + "{15})|(?<phone>" + phone + "))(?!"
                + ofWord + ")");
    }
}
