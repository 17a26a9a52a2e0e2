package cn.publiccredit.subject.collection.file.ndjson;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowDefect;
import cn.publiccredit.subject.collection.file.RowSource;
import cn.publiccredit.subject.collection.file.Surrogates;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import cn.publiccredit.subject.collection.file.ndjson.JsonLine.Content;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The lines of an NDJSON file as rows; the titles are all columns that any of its objects names, each as it is first spelt. */
public final class NdjsonRows implements RowSource {

    /** A character may be written as six, {@code \}{@code u4e2d}; names and marks come on top. */
    private static final int WRITTEN_OUT = 7;

    private final Lines lines;
    private final JsonLine json;
    private final RowBounds bounds;
    private final Columns columns;
    private final List<String> titles;
    private final Map<String, Integer> placeOf = new HashMap<>();
    private long number = -1;

    /**
     * Reads the rows.
     *
     * @param titles as {@link #titles} found them
     * @param columnOf which column a name means: the same for all names of one
     */
    public NdjsonRows(Reader source, RowBounds bounds, List<String> titles, UnaryOperator<String> columnOf) {
        int longest = bounds.longestRow() * WRITTEN_OUT;
        this.lines = new Lines(source, longest);
        this.json = new JsonLine(longest, bounds.mostCells());
        this.bounds = bounds;
        this.columns = new Columns(columnOf);
        this.titles = List.copyOf(titles);
        for (int i = 0; i < titles.size(); i++) {
            placeOf.putIfAbsent(columns.of(titles.get(i)), i);
        }
    }

    /**
     * Reads a file through: the columns that its objects name, in the order and the spelling in which they first come.
     *
     * @throws UnreadableFile when none of its lines is an object
     */
    public static List<String> titles(Reader source, RowBounds bounds, UnaryOperator<String> columnOf)
            throws IOException {
        int longest = bounds.longestRow() * WRITTEN_OUT;
        JsonLine json = new JsonLine(longest, bounds.mostCells());
        Columns columns = new Columns(columnOf);
        Map<String, String> names = new LinkedHashMap<>();
        boolean anyLine = false;
        boolean anyObject = false;
        try (Lines lines = new Lines(source, longest)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                anyLine |= !line.isBlank();
                if (line.isBlank() || lines.isCut() || names.size() > bounds.mostCells()) {
                    continue;
                }
                switch (json.read(line)) {
                    case Content.Fields(var fields) -> {
                        fields.keySet().forEach(name -> names.putIfAbsent(columns.of(name), name));
                        anyObject = true;
                    }
                    case Content.Defective(var defect) -> anyObject |= defect != RowDefect.JSON;
                }
            }
        }
        if (anyLine && !anyObject) {
            throw new UnreadableFile(FileDefect.JSON_LINES, null);
        }
        return List.copyOf(names.values());
    }

    @Override
    public @Nullable Row next() throws IOException {
        number++;
        if (number == 0) {
            return new Row(0, titles, null);
        }
        String line = lines.next();
        if (line == null) {
            return null;
        }
        if (line.isBlank()) {
            return new Row(number, List.of(), null);
        }
        if (lines.isCut()) {
            return defective(line, RowDefect.ROW_TOO_LONG);
        }
        return switch (json.read(line)) {
            case Content.Defective(var defect) -> defective(line, defect);
            case Content.Fields(var fields) -> row(fields, line);
        };
    }

    private Row row(Map<String, JsonLine.Value> fields, String line) {
        @Nullable String[] cells = new String[titles.size()];
        Map<Integer, CellFlaw> flaws = new HashMap<>();
        long length = 0;
        for (Map.Entry<String, JsonLine.Value> field : fields.entrySet()) {
            Integer place = placeOf.get(columns.of(field.getKey()));
            JsonLine.Value value = field.getValue();
            if (place == null) {
                return defective(line, RowDefect.ROW_TOO_LONG);
            }
            if (value.text().length() > bounds.longestCell()) {
                return defective(line, RowDefect.FIELD_TOO_LONG);
            }
            if (value.isBlank()) {
                continue;
            }
            if (cells[place] != null) {
                return defective(line, RowDefect.JSON);
            }
            length += value.text().length();
            cells[place] = value.text();
            if (value.flaw() != null) {
                flaws.put(place, value.flaw());
            }
        }
        return length > bounds.longestRow()
                ? defective(line, RowDefect.ROW_TOO_LONG)
                : new Row(number, filled(cells), null, flaws.isEmpty() ? Map.of() : flaws);
    }

    private static List<String> filled(@Nullable String[] cells) {
        List<String> filled = new ArrayList<>(cells.length);
        for (String cell : cells) {
            filled.add(cell == null ? "" : cell);
        }
        return filled;
    }

    private Row defective(String line, RowDefect defect) {
        int longest = bounds.longestRow();
        String text = line.length() > longest ? line.substring(0, longest) + "…" : line;
        return Row.defective(number, List.of(), defect, Surrogates.paired(text));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
