package cn.publiccredit.subject.collection.file.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which styles of cells show their number as a date (ECMA-376 part 1, 18.8.30 and 18.8.31). */
final class Styles {

    /** Built-in formats with a day, a month or a year, those of East Asian locales included. */
    private static final Set<Integer> BUILT_IN_DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final int MOST_STYLES = 70_000;

    private final List<Boolean> dates = new ArrayList<>();

    private Styles() {}

    static Styles none() {
        return new Styles();
    }

    static Styles read(InputStream part) throws IOException {
        Styles styles = new Styles();
        Map<Integer, String> formats = new HashMap<>();
        Xml xml = new Xml(part);
        boolean ofCells = false;
        while (xml.next()) {
            if (xml.isStart("numFmt") && formats.size() < MOST_STYLES) {
                String code = xml.attribute("formatCode");
                formats.put(number(xml.attribute("numFmtId")), code == null ? "" : code);
            } else if (xml.isStart("cellXfs")) {
                ofCells = true;
            } else if (xml.isEnd("cellXfs")) {
                ofCells = false;
            } else if (ofCells && xml.isStart("xf") && styles.dates.size() < MOST_STYLES) {
                int format = number(xml.attribute("numFmtId"));
                String code = formats.get(format);
                styles.dates.add(code == null ? BUILT_IN_DATES.contains(format) : isDate(code));
            }
        }
        return styles;
    }

    /** Whether cells of this style, a number from their attribute {@code s}, show dates. */
    boolean isDate(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }

    /** Whether a format's code shows a year or a day; what stands in quotes, brackets or behind a backslash is text. */
    static boolean isDate(String code) {
        String bare = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(java.util.Locale.ROOT);
        int end = bare.indexOf(';');
        String positive = end < 0 ? bare : bare.substring(0, end);
        return !positive.contains("general") && (positive.indexOf('y') >= 0 || positive.indexOf('d') >= 0);
    }

    static int number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
