package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A whole edition as one file.
 *
 * @param format of the file, {@value #FORMAT}
 * @param asOf the day whose content it holds
 * @param content of each kind the pieces, by the kind's name in paths, in an order in which each refers to earlier ones only
 */
record EditionFile(int format, String edition, LocalDate asOf, Map<String, List<JsonNode>> content) {

    static final int FORMAT = 1;

    /** The kinds in the order in which a file holds them. */
    static final List<Kind> ORDER = List.of(Kind.values());
}
