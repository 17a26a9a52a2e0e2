package cn.publiccredit.subject.collection.judgement;

/** The organisation code that a unified social credit code holds at places 9 to 17 (GB 11714-1997). */
final class OrganisationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {}

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
