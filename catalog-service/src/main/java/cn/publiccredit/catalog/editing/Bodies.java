package cn.publiccredit.catalog.editing;

import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.problem.CatalogProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests whose path names the code. */
final class Bodies {

    private Bodies() {}

    /** The body with the path's code filled in. @throws cn.publiccredit.support.problem.Problem 422 when it names another */
    static JsonNode ofCode(Kind kind, String code, JsonNode body) {
        String field = kind.codeField();
        if (!(body instanceof ObjectNode object)) {
            return body;
        }
        JsonNode named = object.get(field);
        if (named == null || named.isNull()) {
            ObjectNode filled = object.deepCopy();
            if (kind == Kind.CALENDARS && code.matches("\\d{4}")) {
                filled.put(field, Integer.parseInt(code));
            } else {
                filled.put(field, code);
            }
            return filled;
        }
        if (!named.isValueNode() || !named.asString().equals(code)) {
            throw CatalogProblem.CONTENT_INVALID.with().violating(field, "code-of-path",
                    "字段 " + field + " 与地址中的代码 " + code + " 不同，请改为一致。",
                    field + " differs from the code " + code + " in the address; make them the same.");
        }
        return body;
    }
}
