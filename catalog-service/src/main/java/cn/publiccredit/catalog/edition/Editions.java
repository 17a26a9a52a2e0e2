package cn.publiccredit.catalog.edition;

import cn.publiccredit.catalog.content.Contents;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.Shown;
import cn.publiccredit.catalog.content.Versioned;
import cn.publiccredit.catalog.problem.CatalogProblem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What belongs to an edition. */
@Component
class Editions {

    private final Contents contents;
    private final JsonMapper json;

    Editions(Contents contents, JsonMapper json) {
        this.contents = contents;
        this.json = json;
    }

    /** An edition and how much of each kind it has in force. */
    record Summary(String code, Map<String, Integer> content) {}

    List<Summary> all(LocalDate day) {
        Map<String, Map<String, Integer>> editions = new TreeMap<>();
        for (Kind kind : EditionFile.ORDER) {
            contents.all(kind, day).forEach(shown -> editions
                    .computeIfAbsent(shown.content().edition(), edition -> new LinkedHashMap<>())
                    .merge(kind.path(), 1, Integer::sum));
        }
        return editions.entrySet().stream().map(e -> new Summary(e.getKey(), e.getValue())).toList();
    }

    /** The edition as it is in force on a day. @throws cn.publiccredit.support.problem.Problem 404 when nothing is */
    EditionFile export(String edition, LocalDate day) {
        Map<String, List<JsonNode>> content = new LinkedHashMap<>();
        for (Kind kind : EditionFile.ORDER) {
            List<JsonNode> pieces = contents.all(kind, day).stream().map(Shown::content)
                    .filter(piece -> piece.edition().equals(edition)).map(this::tree).toList();
            if (!pieces.isEmpty()) {
                content.put(kind.path(), pieces);
            }
        }
        if (content.isEmpty()) {
            throw CatalogProblem.EDITION_UNKNOWN.with(edition);
        }
        return new EditionFile(EditionFile.FORMAT, edition, day, content);
    }

    private JsonNode tree(Versioned piece) {
        return json.valueToTree(piece);
    }
}
