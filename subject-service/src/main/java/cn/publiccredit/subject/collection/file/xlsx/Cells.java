package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.IOException;
import java.util.Objects;

/** Reads single cells of a sheet (ECMA-376 part 1, 18.3.1.4). */
final class Cells {

    private static final int LONGEST_FORMULA = 200;

    private final StringStore texts;
    private final Styles styles;
    private final boolean from1904;
    private final BoundedText value;
    private final BoundedText formula = new BoundedText(LONGEST_FORMULA);
    private final int longest;
    private boolean computed;

    Cells(StringStore texts, Styles styles, boolean from1904, RowBounds bounds) {
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
        this.longest = bounds.longestCell();
        this.value = new BoundedText(longest + 1);
    }

    /** The cell that begins here; the reader stands at its end afterwards. Text beyond the bound is cut behind it. */
    CellValue read(Xml xml) throws IOException {
        String type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        int style = Styles.number(xml.attribute("s"));
        parts(xml);
        String raw = value.toString();
        if (computed) {
            return new CellValue("=" + formula, CellFlaw.FORMULA);
        }
        return switch (type) {
            case "s" -> CellValue.plain(raw.isEmpty() ? "" : Escapes.read(shared(raw)));
            case "inlineStr", "str" -> CellValue.plain(Escapes.read(raw));
            case "b" -> CellValue.plain(raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw);
            case "e" -> new CellValue(raw, CellFlaw.ERROR);
            case "d" -> CellValue.plain(raw.replace('T', ' '));
            default -> raw.isEmpty() ? CellValue.plain("") : CellValue.number(raw, styles.isDate(style), from1904);
        };
    }

    private void parts(Xml xml) throws IOException {
        value.clear();
        formula.clear();
        computed = false;
        boolean inValue = false;
        boolean inFormula = false;
        boolean aid = false;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isText()) {
                if (inFormula) {
                    xml.text(formula);
                } else if (inValue && !aid) {
                    xml.text(value);
                }
            } else if (xml.isStart("v") || xml.isStart("t")) {
                inValue = true;
            } else if (xml.isEnd("v") || xml.isEnd("t")) {
                inValue = false;
            } else if (xml.isStart("f")) {
                inFormula = true;
                computed = true;
            } else if (xml.isEnd("f")) {
                inFormula = false;
            } else if (xml.isStart("rPh") || xml.isEnd("rPh")) {
                aid = xml.isStart("rPh");
            }
        }
    }

    private String shared(String raw) throws IOException {
        String text = texts.get(Styles.number(raw.strip()));
        if (text == null) {
            throw new UnreadableFile(FileDefect.WORKBOOK, null);
        }
        return text;
    }
}
