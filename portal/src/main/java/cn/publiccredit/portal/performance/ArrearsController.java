package cn.publiccredit.portal.performance;

import cn.publiccredit.portal.annulment.Annulling;
import cn.publiccredit.portal.annulment.Annulling.Papers;
import cn.publiccredit.portal.annulment.Annulments;
import cn.publiccredit.portal.annulment.Annulments.Rights;
import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.api.CreditApi.Tagged;
import cn.publiccredit.portal.api.Reader;
import cn.publiccredit.portal.form.Filter;
import cn.publiccredit.portal.form.Form;
import cn.publiccredit.portal.form.Onward;
import cn.publiccredit.portal.rulebook.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Arrears: reported, confirmed or dismissed, paid. */
@Controller
class ArrearsController {

    private static final String PAGES = Desk.PAGES + "/arrears";
    private static final String ARREARS = Desk.API + "/arrears";
    private static final List<String> STATES = List.of("REPORTED", "CONFIRMED", "SETTLED", "DISMISSED", "ANNULLED");
    /** Those that were found to be true. */
    private static final Set<String> FOUND = Set.of("CONFIRMED", "SETTLED");
    private static final Papers PAPERS = new Papers(ARREARS, PAGES);

    private final CreditApi api;
    private final Reader reader;
    private final RuleBook rules;
    private final Annulling annulling;

    ArrearsController(CreditApi api, Reader reader, RuleBook rules, Annulling annulling) {
        this.api = api;
        this.reader = reader;
        this.rules = rules;
        this.annulling = annulling;
    }

    @GetMapping(PAGES)
    String arrears(@RequestParam Map<String, String> sent, Model model) {
        Filter filter = Filter.of(sent, "state", "body");
        model.addAttribute(Filter.NAME, filter);
        model.addAttribute("states", STATES);
        if (reader.is(Desk.ROLES)) {
            model.addAttribute("arrears", api.personal(filter.on(ARREARS), filter.variables()));
        }
        return "arrears";
    }

    @GetMapping(PAGES + "/new")
    String reporting() {
        return "arrears-new";
    }

    @PostMapping(PAGES)
    String report(@RequestParam Map<String, String> values, Model model) {
        Form form = Form.of("report", values);
        return form.attempt(model, () -> {
            Map<String, Object> body = form.body("about", "amount", "dueOn");
            body.put("counterparty", form.part("counterparty", "uscc", "name"));
            Map<String, Object> owing = form.part("body", "uscc", "name", "division");
            if (!owing.isEmpty()) {
                body.put("body", owing);
            }
            return Onward.to(PAGES, api.post(form.ticket(), ARREARS, body).path("id").asString(""));
        }, this::reporting);
    }

    @GetMapping(PAGES + "/{id}")
    String one(@PathVariable String id, Model model) {
        Tagged found = api.personalTagged(ARREARS + "/{id}", id);
        model.addAttribute("a", found.body());
        model.addAttribute("tag", found.tag());
        model.addAttribute("divisions", rules.divisions());
        annulments(found.body(), model);
        return "arrears-one";
    }

    private void annulments(JsonNode arrears, Model model) {
        boolean supervises = reader.is(Desk.SUPERVISORS);
        boolean found = FOUND.contains(arrears.path("state").asString(""));
        Annulments.show("ARREARS", List.of(arrears.path("annulment")), new Rights(supervises && found, false, supervises), model);
    }

    /** @param act what the API calls it */
    @PostMapping(PAGES + "/{id}/{act:confirm|dismiss|payments}")
    String act(@PathVariable String id, @PathVariable String act, @RequestParam Map<String, String> values, Model model) {
        boolean payment = act.equals("payments");
        // Confirming and dismissing are two buttons of one form.
        Form form = Form.of(payment ? act : "decide", values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), ARREARS + "/{id}/{act}",
                    payment ? form.body("amount", "on", "evidence") : form.body("facts"), id, act);
            return Onward.to(PAGES, id);
        }, () -> one(id, model));
    }

    @PostMapping(PAGES + "/{id}/annulment")
    String annul(@PathVariable String id, @RequestParam Map<String, String> values, Model model) {
        return annulling.propose(PAPERS, id, values, model, () -> one(id, model));
    }

    @PostMapping(PAGES + "/{id}/annulment/{act:approve|reject}")
    String decide(@PathVariable String id, @PathVariable String act, @RequestParam Map<String, String> values, Model model) {
        return annulling.decide(PAPERS, id, act, values, model, () -> one(id, model));
    }
}
