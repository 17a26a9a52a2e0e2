package cn.publiccredit.catalog.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing in which two versions differ.
 *
 * @param path where, such as {@code columns/CF_NR/maxLength}; elements of lists are named by their code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(String path, What change, @Nullable JsonNode from, @Nullable JsonNode to) {

    enum What { ADDED, REMOVED, CHANGED, REORDERED }
}
