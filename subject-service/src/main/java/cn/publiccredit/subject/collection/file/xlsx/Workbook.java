package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says about itself: the sheet that is read, which is the first visible one.
 *
 * @param sheet the name of that sheet's part
 * @param others how many other visible sheets there are
 * @param from1904 whether dates are counted from 1904
 */
record Workbook(String sheet, int others, boolean from1904) {

    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /** @throws UnreadableFile when there is no such sheet */
    static Workbook read(byte @Nullable [] workbook, byte @Nullable [] relations) throws IOException {
        if (workbook == null || relations == null) {
            throw new UnreadableFile(FileDefect.WORKBOOK, null);
        }
        Map<String, String> sheets = sheets(relations);
        Xml xml = new Xml(new ByteArrayInputStream(workbook));
        String first = null;
        int visible = 0;
        boolean from1904 = false;
        while (xml.next()) {
            if (xml.isStart("workbookPr")) {
                String said = xml.attribute("date1904");
                from1904 = "1".equals(said) || "true".equals(said);
            } else if (xml.isStart("sheet")) {
                String state = Objects.requireNonNullElse(xml.attribute("state"), "visible");
                String part = sheets.get(Objects.requireNonNullElse(xml.attribute("id"), ""));
                if (state.equals("visible") && part != null) {
                    first = first == null ? part : first;
                    visible++;
                }
            }
        }
        if (first == null) {
            throw new UnreadableFile(FileDefect.NO_SHEET, null);
        }
        return new Workbook(first, visible - 1, from1904);
    }

    /** Parts of sheets with cells by the id of their relation; charts and the like are no such sheets. */
    private static Map<String, String> sheets(byte[] relations) throws IOException {
        Map<String, String> parts = new HashMap<>();
        Xml xml = new Xml(new ByteArrayInputStream(relations));
        while (xml.next()) {
            if (xml.isStart("Relationship")) {
                String type = Objects.requireNonNullElse(xml.attribute("Type"), "");
                String id = xml.attribute("Id");
                String target = xml.attribute("Target");
                if (type.endsWith("/worksheet") && id != null && target != null) {
                    String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    parts.put(id, path.replace("/./", "/").toLowerCase(Locale.ROOT));
                }
            }
        }
        return parts;
    }
}
