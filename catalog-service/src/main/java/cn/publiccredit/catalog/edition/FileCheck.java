package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.ContentType;
import cn.publiccredit.catalog.content.ContentTypes;
import cn.publiccredit.catalog.content.Faults;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Piece;
import cn.publiccredit.catalog.content.PieceReader;
import cn.publiccredit.support.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads an edition's file as a whole: every fault of every piece is told at once. */
final class FileCheck {

    private final ContentTypes types;
    private final ContentType.Known published;
    private final ToIntBiFunction<Kind, String> base;
    private final List<Violation> faults = new ArrayList<>();
    private final Map<String, Piece<?>> pieces = new LinkedHashMap<>();

    /**
     * @param published what is published so far; a file may refer to it
     * @param base the newest published version of a code, 0 for none
     */
    FileCheck(ContentTypes types, ContentType.Known published, ToIntBiFunction<Kind, String> base) {
        this.types = types;
        this.published = published;
        this.base = base;
    }

    /** What a file holds, or everything that is wrong with it. */
    record Result(String edition, List<Piece<?>> pieces, List<Violation> faults) {}

    Result check(JsonNode file) {
        String edition = file.path("edition").isString() ? file.path("edition").asString() : "";
        head(file, edition);
        JsonNode content = file.path("content");
        if (content.isObject()) {
            kinds(content);
            EditionFile.ORDER.forEach(kind -> readAll(kind, edition, content.path(kind.path())));
            rules();
        }
        return new Result(edition, List.copyOf(pieces.values()), List.copyOf(faults));
    }

    private void head(JsonNode file, String edition) {
        if (file.path("format").asInt(0) != EditionFile.FORMAT) {
            add("format", "wrong-value", "字段 format 应为 1，请使用 GET /editions/{edition} 导出的格式。",
                    "format must be 1; use the format that GET /editions/{edition} exports.");
        }
        if (edition.isBlank()) {
            add("edition", "required", "字段 edition 必填，请填写目录版本代码。", "edition is required; fill in the edition's code.");
        }
        if (!file.path("content").isObject()) {
            add("content", "required", "字段 content 必填，为按类别列出的内容。", "content is required: an object of lists by kind.");
        }
    }

    private void kinds(JsonNode content) {
        content.propertyNames().stream().filter(name -> Kind.ofPath(name).isEmpty()).forEach(name ->
                add("content." + name, "unknown-field", "没有类别 " + name + "，请删除或更正。",
                        "There is no kind " + name + "; remove or correct it."));
    }

    private void readAll(Kind kind, String edition, JsonNode list) {
        if (list.isMissingNode()) {
            return;
        }
        if (!list.isArray()) {
            add("content." + kind.path(), "wrong-value", "应为一个数组，请更正。", "It must be an array; correct it.");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            readOne(kind, edition, list.get(i), "content." + kind.path() + "[" + i + "]");
        }
    }

    private void readOne(Kind kind, String edition, JsonNode json, String at) {
        Faults own = new Faults(at);
        JsonNode complete = inEdition(json, edition, own);
        int next = base.applyAsInt(kind, json.path(kind.codeField()).asString("")) + 1;
        Optional<Piece<?>> read = PieceReader.read(types.of(kind), complete, next, at, own);
        read.ifPresent(piece -> {
            if (pieces.putIfAbsent(piece.name(), piece) != null) {
                own.add(kind.codeField(), "twice", "代码 " + piece.code() + " 在文件中重复，请只保留一个。",
                        "Code " + piece.code() + " is in the file twice; keep one.");
            }
        });
        faults.addAll(own.found());
    }

    private static JsonNode inEdition(JsonNode json, String edition, Faults own) {
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        String named = object.path("edition").asString("");
        if (named.isEmpty()) {
            return object.deepCopy().put("edition", edition);
        }
        own.unless(named.equals(edition), "edition", "edition-of-file",
                "内容属于目录版本 " + named + "，与文件的 " + edition + " 不同，请改正或从文件中移出。",
                "It belongs to edition " + named + " and the file to " + edition + "; correct it or leave it out.");
        return json;
    }

    private void rules() {
        ContentType.Known known = published.with(pieces.values());
        pieces.values().forEach(piece -> faults.addAll(piece.faults(known)));
    }

    private void add(String field, String rule, String zh, String en) {
        faults.add(new Violation(field, rule, zh, en));
    }
}
