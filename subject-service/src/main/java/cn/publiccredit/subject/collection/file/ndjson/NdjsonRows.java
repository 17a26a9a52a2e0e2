package cn.publiccredit.subject.collection.file.ndjson;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.FileDefect;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowDefect;
import cn.publiccredit.subject.collection.file.RowSource;
import cn.publiccredit.subject.collection.file.UnreadableFile;
import cn.publiccredit.subject.collection.file.ndjson.JsonLine.Content;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of an NDJSON file as rows; the titles are all names that any of its objects uses. */
public final class NdjsonRows implements RowSource {

    /** A character may be written as six, {@code \}{@code u4e2d}; names and marks come on top. */
    private static final int WRITTEN_OUT = 7;

    private static final int CUT = 200;

    private final Lines lines;
    private final JsonLine json;
    private final RowBounds bounds;
    private final List<String> titles;
    private final Map<String, Integer> placeOf = new HashMap<>();
    private long number = -1;

    /** @param titles as {@link #titles} found them */
    public NdjsonRows(Reader source, RowBounds bounds, List<String> titles) {
        int longest = bounds.longestRow() * WRITTEN_OUT;
        this.lines = new Lines(source, longest);
        this.json = new JsonLine(longest, bounds.mostCells());
        this.bounds = bounds;
        this.titles = List.copyOf(titles);
        for (int i = 0; i < titles.size(); i++) {
            placeOf.put(titles.get(i), i);
        }
    }

    /**
     * Reads a file through: the names that its objects use, in the order in which they first come.
     *
     * @throws UnreadableFile when none of its lines is an object
     */
    public static List<String> titles(Reader source, RowBounds bounds) throws IOException {
        int longest = bounds.longestRow() * WRITTEN_OUT;
        JsonLine json = new JsonLine(longest, bounds.mostCells());
        Set<String> names = new LinkedHashSet<>();
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
                        names.addAll(fields.keySet());
                        anyObject = true;
                    }
                    case Content.Defective(var defect) -> anyObject |= defect != RowDefect.JSON;
                }
            }
        }
        if (anyLine && !anyObject) {
            throw new UnreadableFile(FileDefect.JSON_LINES, null);
        }
        return List.copyOf(names);
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
        String[] cells = new String[titles.size()];
        Arrays.fill(cells, "");
        Map<Integer, CellFlaw> flaws = new HashMap<>();
        long length = 0;
        for (Map.Entry<String, JsonLine.Value> field : fields.entrySet()) {
            Integer place = placeOf.get(field.getKey());
            JsonLine.Value value = field.getValue();
            if (place == null) {
                return defective(line, RowDefect.ROW_TOO_LONG);
            }
            if (value.text().length() > bounds.longestCell()) {
                return defective(line, RowDefect.FIELD_TOO_LONG);
            }
            length += value.text().length();
            cells[place] = value.text();
            if (value.flaw() != null) {
                flaws.put(place, value.flaw());
            }
        }
        return length > bounds.longestRow()
                ? defective(line, RowDefect.ROW_TOO_LONG)
                : new Row(number, new ArrayList<>(Arrays.asList(cells)), null, flaws.isEmpty() ? Map.of() : flaws);
    }

    private Row defective(String line, RowDefect defect) {
        String beginning = line.length() > CUT ? line.substring(0, CUT) + "…" : line;
        return new Row(number, List.of(beginning), defect);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
