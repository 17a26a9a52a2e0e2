package cn.publiccredit.catalog;

import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.testing.Answer;
import cn.publiccredit.testing.Api;
import cn.publiccredit.testing.Token;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The people who work on the catalogue, and what they do with it, over HTTP. */
public final class Catalogue {

    public static final String BASE = "/api/catalog/v1";

    public static final Token EDITOR = Token.of("editor-zhang", "catalog-editor");
    public static final Token OTHER_EDITOR = Token.of("editor-li", "catalog-editor");
    public static final Token APPROVER = Token.of("approver-wang", "catalog-approver");
    public static final Token OTHER_APPROVER = Token.of("approver-zhao", "catalog-approver");
    /** Has both roles, as a small city's only expert might. */
    public static final Token BOTH = Token.of("expert-sun", "catalog-editor", "catalog-approver");

    private final Api api;

    private Catalogue(Api api) {
        this.api = api;
    }

    public static Catalogue of(Api api) {
        return new Catalogue(api);
    }

    /** A code that no other test uses. */
    public static String newCode() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** A matter, the smallest kind of content, in force from today on. */
    public static String matter(String code, String name) {
        return matter(code, name, LocalDate.now(TimeConfiguration.ZONE).toString());
    }

    public static String matter(String code, String name, String effectiveFrom) {
        return """
                {"code": "%s", "edition": "national-2024", "effectiveFrom": "%s", "name": "%s",
                 "legalBasis": "测试办法第一条", "source": "测试"}""".formatted(code, effectiveFrom, name);
    }

    /** What was answered, with today as its first day, as a next version needs it. */
    public static String fromToday(Answer read) {
        return read.text().replaceFirst("\"effectiveFrom\":\"[0-9-]+\"",
                "\"effectiveFrom\":\"" + LocalDate.now(TimeConfiguration.ZONE) + "\"");
    }

    /** Opens a draft as the editor. */
    public Answer open(String kind, String json) {
        return api.as(EDITOR).post(BASE + "/" + kind, json).expect(201);
    }

    /** Opens a draft and has the approver publish it. */
    public Answer publish(String kind, String json) {
        Answer draft = open(kind, json);
        return approve(draft.header("Location"), draft.header("ETag")).expect(200);
    }

    /** Proposes as the editor that what stands at this address be retired. */
    public Answer proposeRetirement(String path, Map<String, ?> ending) {
        return api.as(EDITOR).with("If-Match", api.get(path).header("ETag")).post(path + "/retirement", ending);
    }

    /** Has the editor propose it and the approver agree. */
    public Answer retire(String path, Map<String, ?> ending) {
        Answer proposed = proposeRetirement(path, ending).expect(201);
        return api.as(APPROVER).with("If-Match", proposed.header("ETag")).post(path + "/retire", "");
    }

    /** Publishes the draft at this address as the approver. */
    public Answer approve(String draft, String tag) {
        return api.as(APPROVER).with("If-Match", tag).post(draft.replaceAll("/draft$", "/publish"), "{}");
    }
}
