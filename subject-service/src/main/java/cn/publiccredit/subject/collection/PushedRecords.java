package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.FileFormat;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowDefect;
import cn.publiccredit.subject.collection.file.ndjson.JsonLine;
import cn.publiccredit.subject.collection.file.ndjson.JsonLine.Value;
import cn.publiccredit.support.problem.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Records as a source pushes them: objects whose fields are the item's columns, by code, 中文名 or alias; read as lines of
 * an NDJSON file are.
 *
 * @param item the item's code
 */
record PushedRecords(String item, List<Map<String, Value>> records) {

    /** Under which name the records are kept. */
    static final String FILE_NAME = "push.ndjson";

    private static final int CUT = 200;
    private static final Value NONE = new Value("", null);

    /**
     * The same with one name for each column.
     *
     * @param records each column in the spelling in which it first came
     * @param twice records that give a column two values under two names
     */
    record Spelt(PushedRecords records, List<Violation> twice) {}

    /** @param columnOf which column a name means */
    Spelt inOneSpelling(UnaryOperator<String> columnOf) {
        Map<String, String> firsts = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        List<Map<String, Value>> spelt = new ArrayList<>();
        List<Violation> twice = new ArrayList<>();
        for (Map<String, Value> record : records) {
            Map<String, Value> one = new LinkedHashMap<>();
            record.forEach((name, value) -> {
                String column = known.computeIfAbsent(name, columnOf);
                String title = firsts.computeIfAbsent(column, first -> name);
                Value before = one.putIfAbsent(title, value);
                if (before != null && before.isBlank()) {
                    one.put(title, value);
                } else if (before != null && !value.isBlank()) {
                    twice.add(new Violation("records." + spelt.size(), "duplicate-column",
                            "重复的列：" + column + "，同一条记录中不得以两个名称填写同一列。",
                            "Column " + column + " is given under two names in one record; use one."));
                }
            });
            spelt.add(one);
        }
        return new Spelt(new PushedRecords(item, spelt), twice);
    }

    /** All fields that any of the records has. */
    List<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        records.forEach(one -> fields.addAll(one.keySet()));
        return List.copyOf(fields);
    }

    /** A record as a row of these titles; the first one is row 1. */
    Row row(int index, List<String> titles, RowBounds bounds) {
        Map<String, Value> record = records.get(index);
        List<String> cells = new ArrayList<>(titles.size());
        Map<Integer, CellFlaw> flaws = new HashMap<>();
        long length = 0;
        boolean tooLong = false;
        for (int i = 0; i < titles.size(); i++) {
            Value value = record.getOrDefault(titles.get(i), NONE);
            if (value.flaw() != null) {
                flaws.put(i, value.flaw());
            }
            String text = value.text();
            boolean longCell = text.length() > bounds.longestCell();
            tooLong |= longCell;
            length += text.length();
            cells.add(longCell ? text.substring(0, Math.min(CUT, text.length())) + "…" : text);
        }
        RowDefect defect = tooLong
                ? RowDefect.FIELD_TOO_LONG
                : length > bounds.longestRow() ? RowDefect.ROW_TOO_LONG : null;
        return new Row(index + 1L, cells, defect, flaws);
    }

    /** As a file of one record a line, each with all titles, so that nothing is missing in its header. */
    IncomingFile file(List<String> titles) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map<String, Value> record : records) {
            try (JsonGenerator line = JsonLine.strict(1).createGenerator(ObjectWriteContext.empty(), bytes)) {
                line.writeStartObject();
                for (String title : titles) {
                    line.writeName(title);
                    write(line, record.getOrDefault(title, NONE));
                }
                line.writeEndObject();
            }
            bytes.write('\n');
        }
        return new IncomingFile(
                FILE_NAME, bytes.size(), FileFormat.NDJSON, new ByteArrayInputStream(bytes.toByteArray()));
    }

    // What is nested is refused whatever is in it.
    private static void write(JsonGenerator line, Value value) {
        if (value.flaw() == CellFlaw.NESTED) {
            line.writeStartObject();
            line.writeEndObject();
        } else {
            line.writeString(value.text());
        }
    }
}
