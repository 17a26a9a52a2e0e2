package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.file.Encoding;
import cn.publiccredit.subject.collection.file.Surrogates;
import cn.publiccredit.subject.collection.file.ndjson.JsonLine;
import cn.publiccredit.subject.collection.file.ndjson.JsonLine.Value;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** The body of a push: JSON of a reasonable size, of which nothing is held that is too much. */
final class PushBody {

    private PushBody() {}

    /** What was sent. @param records null stands for what is no object */
    private record Body(@Nullable String item, List<@Nullable Map<String, Value>> records) {}

    /**
     * How much there may be in a call.
     *
     * @param records how many
     * @param names names of fields in one record, and in all together
     */
    record Bounds(int records, int names) {}

    /** @throws Problem 400 when it is no such JSON, 422 when there is nothing in it, too much, or no object */
    static PushedRecords read(byte[] body, Bounds bounds) {
        Body read;
        try {
            read = parsed(text(body), bounds);
        } catch (JacksonException e) {
            throw malformed().because(e);
        }
        if (read.item() == null || read.item().isBlank()) {
            throw CommonProblem.INVALID.with().violating("item", "required",
                    "item 不能为空，请填写目录中的事项代码，如 CF。", "item is missing; give the item's code, such as CF.");
        }
        if (read.records().isEmpty()) {
            throw wrongSize(bounds);
        }
        List<Map<String, Value>> records = new ArrayList<>();
        for (Map<String, Value> one : read.records()) {
            if (one == null) {
                throw CommonProblem.INVALID.with().violating("records." + records.size(), "object",
                        "每条记录应为一个对象，字段为列的代码或中文名。", "Each record is an object whose fields are columns.");
            }
            records.add(one);
        }
        return new PushedRecords(read.item(), records);
    }

    /** The body's text: JSON that is exchanged is UTF-8 (RFC 8259), and packed it is not taken apart. */
    private static String text(byte[] body) {
        try {
            String text = Encoding.UTF_8.strictDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            throw notUtf8().because(e);
        }
        throw notUtf8();
    }

    private static Problem notUtf8() {
        return CommonProblem.MALFORMED.with(new Words("不是 UTF-8 编码的文本（推送不收 UTF-16、GB18030 和压缩的内容）",
                "no text in UTF-8; UTF-16, GB18030 and packed content are not taken in a push"));
    }

    private static Body parsed(String body, Bounds bounds) {
        try (JsonParser parser = JsonLine.strict(body.length() + 1).createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            String item = null;
            List<@Nullable Map<String, Value>> records = new ArrayList<>();
            int left = bounds.names();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("item") && value.isScalarValue()) {
                    item = value == JsonToken.VALUE_NULL ? null : Surrogates.paired(parser.getString());
                } else if (name.equals("records") && value == JsonToken.START_ARRAY) {
                    readRecords(parser, records, bounds);
                } else if (name.equals("item") || (name.equals("records") && value != JsonToken.VALUE_NULL)) {
                    throw malformed();
                } else {
                    left = JsonLine.passOver(parser, left - 1, value);
                    if (left < 0) {
                        throw malformed();
                    }
                }
            }
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return new Body(item, records);
        }
    }

    // Nothing is held that is too much: a body of a few megabytes can name half a million fields.
    private static void readRecords(JsonParser parser, List<@Nullable Map<String, Value>> records, Bounds bounds) {
        Set<String> names = new HashSet<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (records.size() == bounds.records()) {
                throw wrongSize(bounds);
            }
            if (token == JsonToken.START_OBJECT) {
                Map<String, Value> fields = JsonLine.fields(parser, bounds.names());
                if (fields == null || (names.addAll(fields.keySet()) && names.size() > bounds.names())) {
                    throw tooManyNames(records.size(), bounds);
                }
                records.add(fields);
            } else if (JsonLine.passOver(parser, bounds.names(), token) < 0) {
                throw tooManyNames(records.size(), bounds);
            } else {
                records.add(null);
            }
        }
    }

    private static Problem wrongSize(Bounds bounds) {
        return CommonProblem.INVALID.with().violating("records", "size",
                "records 应有 1 至 " + bounds.records() + " 条记录，更多的请分次推送或上传文件。",
                "records must hold 1 to " + bounds.records() + " records; push more in several calls or upload a file.");
    }

    private static Problem tooManyNames(int record, Bounds bounds) {
        return CommonProblem.INVALID.with().violating("records." + record, "columns",
                "字段过多：一条记录及全部记录的不同字段至多 " + bounds.names() + " 个，请只填目录中该事项的列。",
                "Too many fields: a record, and all records together, may have " + bounds.names()
                        + " different ones; give the item's columns only.");
    }

    private static Problem malformed() {
        return CommonProblem.MALFORMED.with(new Words("不是合法的 JSON，或同一对象中有重复的字段",
                "no valid JSON, or an object names a field twice"));
    }
}
