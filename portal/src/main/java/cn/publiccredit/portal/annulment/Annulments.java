package cn.publiccredit.portal.annulment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;
import tools.jackson.databind.JsonNode;

/**
 * What somebody proposed to take back of a paper, and what the reader may propose or decide now.
 *
 * @param whole what the API calls the paper as a whole, such as {@code COMMITMENT}
 * @param all as the API tells them, the last one last; at most that one is open
 * @param offered what may be proposed: the whole, or {@link #BREACH}
 * @param decides whether the reader's roles let him decide, unless he proposed it himself
 */
public record Annulments(String whole, List<JsonNode> all, List<String> offered, boolean decides) {

    /** What the API calls a finding that a promise was broken. */
    public static final String BREACH = "BREACH";

    /**
     * What a reader's roles, and the state of the paper, let him do.
     *
     * @param whole whether he may propose to take back the paper as a whole
     * @param breach whether he may propose to take back its last breach
     */
    public record Rights(boolean whole, boolean breach, boolean decides) {}

    /** Puts them on the page of a paper. */
    public static void show(String whole, List<JsonNode> all, Rights rights, Model model) {
        List<JsonNode> told = all.stream().filter(JsonNode::isObject).toList();
        List<String> offered = new ArrayList<>();
        if (told.stream().noneMatch(one -> is(one, "PROPOSED"))) {
            if (rights.breach()) {
                offered.add(BREACH);
            }
            if (rights.whole()) {
                offered.add(whole);
            }
        }
        model.addAttribute("annulments", new Annulments(whole, told, offered, rights.decides()));
    }

    /** Whether somebody proposed it and nobody has decided. */
    public boolean isOpen(JsonNode one) {
        return is(one, "PROPOSED");
    }

    /** What it takes back. */
    public String what(JsonNode one) {
        return one.path("whole").asBoolean(true) ? whole : BREACH;
    }

    /** How many were approved that took back a breach. */
    public static long breachesTakenBack(JsonNode all) {
        return all.valueStream().filter(one -> is(one, "APPROVED") && !one.path("whole").asBoolean(true)).count();
    }

    private static boolean is(JsonNode one, String state) {
        return one.path("state").asString("").equals(state);
    }
}
