package cn.publiccredit.support.identity;

import java.util.Optional;

/** An administrative division, six digits after GB/T 2260; it may be a withdrawn one. */
public record Division(String code) {

    /** @throws IllegalArgumentException when the text is not six digits */
    public Division {
        if (!isValid(code)) {
            throw new IllegalArgumentException("not a six-digit division code");
        }
    }

    /** The division in this text; empty when it is not six digits. */
    public static Optional<Division> parse(String text) {
        return isValid(text) ? Optional.of(new Division(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() == 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether this is a province-level division, such as {@code 340000}. */
    public boolean isProvince() {
        return code.endsWith("0000");
    }

    /** Whether this is a city-level division, such as {@code 340400}. */
    public boolean isCity() {
        return code.endsWith("00") && !isProvince();
    }

    /** Whether the other division is this one or lies within it: a province covers its cities, a city its counties. */
    public boolean covers(Division other) {
        return other.code.startsWith(significantDigits());
    }

    /** The leading digits that all divisions within this one share. */
    public String significantDigits() {
        if (isProvince()) {
            return code.substring(0, 2);
        }
        return isCity() ? code.substring(0, 4) : code;
    }

    @Override
    public String toString() {
        return code;
    }
}
