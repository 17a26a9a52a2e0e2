package cn.publiccredit.portal.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who worked on a draft, as its version's history tells.
 *
 * @param editors accounts that had a hand in it, and may not decide about it
 * @param refusal the refusal that its editors have still to answer; null when none stands
 */
record DraftWork(List<String> editors, @Nullable JsonNode refusal) {

    private static final List<String> EDITING = List.of("OPENED", "CHANGED");

    DraftWork {
        editors = List.copyOf(editors);
    }

    static DraftWork of(List<JsonNode> versions, int draft) {
        List<JsonNode> events = versions.stream().filter(version -> version.path("version").asInt(0) == draft)
                .flatMap(version -> version.path("events").valueStream()).toList();
        List<String> editors = events.stream().filter(event -> EDITING.contains(event.path("action").asString("")))
                .map(event -> event.path("by").asString("")).distinct().toList();
        boolean refused = !events.isEmpty() && events.getLast().path("action").asString("").equals("REFUSED");
        return new DraftWork(editors, refused ? events.getLast() : null);
    }
}
