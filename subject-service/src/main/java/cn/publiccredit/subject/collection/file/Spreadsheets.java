package cn.publiccredit.subject.collection.file;

/**
 * Cells that a spreadsheet would run as a formula (OWASP "CSV Injection").
 *
 * <p>A file that we hand out has an apostrophe before such a cell, which spreadsheets show as text; a file that comes
 * in has it taken off again. So what we hand out can be sent back as it is.
 */
public final class Spreadsheets {

    private static final String STARTS = "=+-@\t\r＝＋－＠";

    private Spreadsheets() {}

    /** The cell as it may safely be opened. */
    public static String harmless(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** The cell as it was meant, without the apostrophe of {@link #harmless}. */
    public static String meant(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /**
     * Whether the cell is meant to be run: what a decision, a name or a number never begins with. A lone {@code -}, a
     * signed number or a telephone number with {@code +86} is not.
     */
    public static boolean isFormula(String cell) {
        if (cell.length() < 2) {
            return false;
        }
        char first = cell.charAt(0);
        char second = cell.charAt(1);
        return switch (first) {
            case '=', '＝' -> true;
            case '@', '＠' -> isLatin(second) || second == '(';
            case '+', '-', '＋', '－' -> isLatin(second) || "(\"@=".indexOf(second) >= 0;
            default -> false;
        };
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
