package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.CellFlaw;
import cn.publiccredit.subject.collection.file.Row;
import cn.publiccredit.subject.collection.file.RowBounds;
import cn.publiccredit.subject.collection.file.RowDefect;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as a source pushes them: objects whose fields are the item's columns, by code, 中文名 or alias.
 *
 * @param item the item's code
 */
record PushedRecords(String item, List<JsonNode> records) {

    private static final int CUT = 200;

    private record Body(@Nullable String item, @Nullable List<@Nullable JsonNode> records) {}

    /** @throws Problem 400 when it is no such JSON, 422 when there is nothing in it, too much, or no object */
    static PushedRecords read(byte[] body, JsonMapper json, int most) {
        Body read;
        try {
            read = json.readValue(body, Body.class);
        } catch (JacksonException e) {
            throw CommonProblem.MALFORMED.with(new Words("不是合法的 JSON", "no valid JSON")).because(e);
        }
        List<JsonNode> records = new ArrayList<>();
        if (read == null || read.item() == null || read.item().isBlank()) {
            throw CommonProblem.INVALID.with().violating("item", "required",
                    "item 不能为空，请填写目录中的事项代码，如 CF。", "item is missing; give the item's code, such as CF.");
        }
        List<@Nullable JsonNode> given = read.records() == null ? List.of() : read.records();
        if (given.isEmpty() || given.size() > most) {
            throw CommonProblem.INVALID.with().violating("records", "size",
                    "records 应有 1 至 " + most + " 条记录，更多的请分次推送或上传文件。",
                    "records must hold 1 to " + most + " records; push more in several calls or upload a file.");
        }
        for (int i = 0; i < given.size(); i++) {
            JsonNode one = given.get(i);
            if (one == null || !one.isObject()) {
                throw CommonProblem.INVALID.with().violating("records." + i, "object",
                        "每条记录应为一个对象，字段为列的代码或中文名。", "Each record is an object whose fields are columns.");
            }
            records.add(one);
        }
        return new PushedRecords(read.item(), records);
    }

    /** All fields that any of the records has. */
    List<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        records.forEach(one -> fields.addAll(one.propertyNames()));
        return List.copyOf(fields);
    }

    /** A record as a row of these titles; the first one is row 1. */
    Row row(int index, List<String> titles, RowBounds bounds) {
        JsonNode record = records.get(index);
        List<String> cells = new ArrayList<>(titles.size());
        Map<Integer, CellFlaw> flaws = new HashMap<>();
        long length = 0;
        boolean tooLong = false;
        for (int i = 0; i < titles.size(); i++) {
            JsonNode value = record.path(titles.get(i));
            if (value.isContainer()) {
                flaws.put(i, CellFlaw.NESTED);
            }
            String text = text(value);
            tooLong |= text.length() > bounds.longestCell();
            length += text.length();
            cells.add(tooLong && text.length() > CUT ? text.substring(0, CUT) + "…" : text);
        }
        RowDefect defect = tooLong
                ? RowDefect.FIELD_TOO_LONG
                : length > bounds.longestRow() ? RowDefect.ROW_TOO_LONG : null;
        return new Row(index + 1L, cells, defect, flaws);
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.asString() : value.decimalValue().toPlainString();
        }
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
