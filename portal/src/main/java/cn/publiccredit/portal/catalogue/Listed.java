package cn.publiccredit.portal.catalogue;

import tools.jackson.databind.JsonNode;

/**
 * A piece of content as a list shows it.
 *
 * @param unseen whether it says of itself that something in it was written from memory
 */
record Listed(String code, String name, JsonNode content, boolean unseen) {

    static Listed of(Kind kind, JsonNode content) {
        return new Listed(kind.code(content), kind.name(content), content,
                SourceText.count(content, SourceText.Mark.MEMORY) > 0);
    }
}
