package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.FileDefect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through a zip file once, unpacking all of it within bounds: whether it is a workbook that may be read. */
public final class WorkbookInspection {

    private static final int LARGEST_LIST_OF_PARTS = 1 << 20;

    private WorkbookInspection() {}

    /**
     * @return null when it may be read
     * @throws cn.publiccredit.subject.collection.file.UnreadableFile when it is damaged or grows too large
     */
    public static @Nullable FileDefect defect(ZipParts parts) throws IOException {
        boolean workbook = false;
        boolean spreadsheet = false;
        boolean macros = false;
        boolean first = true;
        for (String name = parts.next(); name != null; name = parts.next()) {
            if (first && !belongsToWorkbook(name)) {
                return FileDefect.PACKED;
            }
            first = false;
            spreadsheet |= name.startsWith("xl/");
            workbook |= name.equals(Workbook.WORKBOOK);
            macros |= name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/");
            if (name.equals("[content_types].xml")) {
                String types = new String(parts.content(LARGEST_LIST_OF_PARTS), StandardCharsets.ISO_8859_1);
                macros |= types.toLowerCase(Locale.ROOT).contains("macroenabled");
            }
        }
        if (first) {
            return FileDefect.WORKBOOK;
        }
        if (macros) {
            return FileDefect.MACROS;
        }
        if (workbook) {
            return null;
        }
        return spreadsheet ? FileDefect.WORKBOOK : FileDefect.PACKED;
    }

    private static boolean belongsToWorkbook(String name) {
        return name.equals("[content_types].xml")
                || Stream.of("xl/", "_rels/", "docprops/", "customxml/").anyMatch(name::startsWith);
    }
}
