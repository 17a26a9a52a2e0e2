package cn.publiccredit.subject.collection.judgement;

import java.util.regex.Pattern;

/** The organisation code (GB 11714-1997), which a unified social credit code holds at places 9 to 17. */
final class OrganisationCode {

    private static final Pattern PRINTED = Pattern.compile("[0-9A-Z]{8}[-\\u2010-\\u2015\\u2212][0-9X]");

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {}

    /** Whether it is written as on paper, with a hyphen before its check character: {@code 77177114-3}. */
    static boolean isPrinted(String text) {
        return PRINTED.matcher(text).matches();
    }

    static String withoutHyphen(String printed) {
        return printed.substring(0, 8) + printed.substring(9);
    }

    /** Whether its own check character is right. @param uscc 18 characters in capitals */
    static boolean isRightIn(String uscc) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            char c = uscc.charAt(8 + i);
            int value = c <= '9' ? c - '0' : c - 'A' + 10;
            sum += value * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        char wanted = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return uscc.charAt(16) == wanted;
    }
}
