package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.Surrogates;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold, as workbooks write them: {@code _x000D_} (ECMA-376 part 1, 22.9.2.19). */
public final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int HEXADECIMAL = 16;

    private Escapes() {}

    /** The text that is meant. */
    static String read(String text) {
        return text.indexOf("_x") < 0
                ? text
                : Surrogates.paired(ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), HEXADECIMAL)))));
    }

    /** The text so written that it is read as it is; a plain carriage return would be read as a line feed. */
    public static String written(String text) {
        String kept = text.indexOf("_x") < 0 ? text : ESCAPE.matcher(text).replaceAll("_x005F$0");
        return kept.replace("\r", "_x000D_");
    }
}
