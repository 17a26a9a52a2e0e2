package cn.publiccredit.subject.collection.file.xlsx;

import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowSource;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's first visible sheet, with the numbers that the spreadsheet shows.
 *
 * <p>The file is passed through twice: for the texts that cells share, which often stand behind the sheet, and for the
 * sheet. Neither is ever held whole.
 */
public final class XlsxRows implements RowSource {

    private static final String SHARED_STRINGS = "xl/sharedstrings.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final int LARGEST_SMALL_PART = 16 << 20;
    private static final long TEXTS_IN_MEMORY = 16 << 20;

    private final ZipParts parts;
    private final StringStore texts;
    private final SheetRows rows;
    private final Workbook workbook;

    private XlsxRows(ZipParts parts, StringStore texts, SheetRows rows, Workbook workbook) {
        this.parts = parts;
        this.texts = texts;
        this.rows = rows;
        this.workbook = workbook;
    }

    /** Opens the workbook from its beginning. */
    @FunctionalInterface
    public interface Opening {
        ZipParts open() throws IOException;
    }

    /** @throws UnreadableFile when it is no whole workbook with a visible sheet */
    public static XlsxRows open(Opening file, RowBounds bounds) throws IOException {
        StringStore texts = new StringStore(TEXTS_IN_MEMORY);
        ZipParts parts = null;
        boolean opened = false;
        try {
            Map<String, byte[]> small = new HashMap<>();
            try (ZipParts first = file.open()) {
                collect(first, bounds, small, texts);
            }
            Workbook workbook = Workbook.read(small.get(Workbook.WORKBOOK), small.get(Workbook.RELATIONS));
            byte[] styles = small.get(STYLES);
            parts = file.open();
            find(parts, workbook.sheet());
            Cells cells = new Cells(texts, styles == null ? Styles.none()
                    : Styles.read(new ByteArrayInputStream(styles)), workbook.from1904(), bounds);
            XlsxRows rows = new XlsxRows(parts, texts, new SheetRows(new Xml(parts.content()), cells, bounds), workbook);
            opened = true;
            return rows;
        } finally {
            if (!opened) {
                texts.close();
                if (parts != null) {
                    parts.close();
                }
            }
        }
    }

    private static void collect(ZipParts parts, RowBounds bounds, Map<String, byte[]> small, StringStore texts)
            throws IOException {
        for (String name = parts.next(); name != null; name = parts.next()) {
            switch (name) {
                case Workbook.WORKBOOK, Workbook.RELATIONS, STYLES -> small.put(name, parts.content(LARGEST_SMALL_PART));
                case SHARED_STRINGS -> SharedStrings.read(parts.content(), bounds.longestCell(), texts);
                default -> { }
            }
        }
    }

    private static void find(ZipParts parts, String sheet) throws IOException {
        for (String name = parts.next(); name != null; name = parts.next()) {
            if (name.equals(sheet)) {
                return;
            }
        }
        throw new UnreadableFile(FileDefect.WORKBOOK, null);
    }

    @Override
    public @Nullable Row next() throws IOException {
        return rows.next();
    }

    @Override
    public int others() {
        return workbook.others();
    }

    @Override
    public boolean from1904() {
        return workbook.from1904();
    }

    @Override
    public int merged() {
        return rows.merged();
    }

    @Override
    public void close() throws IOException {
        try (texts) {
            parts.close();
        }
    }
}
