package cn.publiccredit.portal.merges;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.rulebook.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.JsonNode;

/** Puts what a merger brings together on a page: both subjects, their records by item, their entries on lists. */
@Component
class Sides {

    private static final String COMPARISON = "/api/subject/v1/governance/merges/comparison?subject={subject}&into={into}";
    private static final String ENTRIES = "/api/listing/v1/public/entries?subject={subject}&limit=100";

    /** Declared for every look, and kept with it. */
    private static final String PURPOSE = "一体多码核实";

    private final CreditApi api;
    private final RuleBook rules;

    Sides(CreditApi api, RuleBook rules) {
        this.api = api;
        this.rules = rules;
    }

    /** @param entries public entries on lists, under whichever code they were made */
    record Side(JsonNode subject, List<JsonNode> entries) {}

    void show(String subject, String into, Model model) {
        JsonNode both = api.personalFor(PURPOSE, COMPARISON, subject, into);
        List<Side> sides = List.of(side(both.path("subject")), side(both.path("into")));
        Set<String> items = new TreeSet<>();
        sides.forEach(side -> items.addAll(side.subject().path("records").propertyNames()));
        model.addAttribute("sides", sides);
        model.addAttribute("recordItems", items);
        model.addAttribute("items", rules.items());
        model.addAttribute("divisions", rules.divisions());
    }

    private Side side(JsonNode subject) {
        return new Side(subject, subject.path("kind").asString("").equals("PERSON")
                ? List.of()
                : api.openAll(ENTRIES, subject.path("id").asString("")));
    }
}
