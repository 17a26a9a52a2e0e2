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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Government contracts and policy promises with their milestones, breaches and remedies. */
@Controller
class ContractsController {

    private static final String PAGES = Desk.PAGES + "/contracts";
    private static final String CONTRACTS = Desk.API + "/contracts";
    private static final Papers PAPERS = new Papers(CONTRACTS, PAGES);

    private final CreditApi api;
    private final Reader reader;
    private final RuleBook rules;
    private final Annulling annulling;

    ContractsController(CreditApi api, Reader reader, RuleBook rules, Annulling annulling) {
        this.api = api;
        this.reader = reader;
        this.rules = rules;
        this.annulling = annulling;
    }

    @GetMapping({Desk.PAGES, PAGES})
    String contracts(@RequestParam Map<String, String> sent, Model model) {
        Filter filter = Filter.of(sent, "kind", "overdue", "body");
        model.addAttribute(Filter.NAME, filter);
        if (reader.is(Desk.ROLES)) {
            model.addAttribute("contracts", api.personal(filter.on(CONTRACTS), filter.variables()));
        }
        return "contracts";
    }

    @GetMapping(PAGES + "/new")
    String registering(Model model) {
        model.addAttribute("rows", Milestones.FEWEST);
        return "contract-new";
    }

    /** Registers one; or, when more lines were asked for, shows the form with more. */
    @PostMapping(PAGES)
    String register(@RequestParam Map<String, String> values, Model model) {
        Form form = Form.of("register", values);
        Milestones milestones = Milestones.in(form);
        model.addAttribute("rows", milestones.rows());
        if (milestones.areToBeMore()) {
            model.addAttribute(Form.NAME, form);
            return "contract-new";
        }
        return form.attempt(model, () -> {
            Map<String, Object> body = form.body("kind", "number", "title", "signedOn", "amount");
            body.put("counterparty", form.part("counterparty", "uscc", "name"));
            Map<String, Object> owing = form.part("body", "uscc", "name", "division");
            if (!owing.isEmpty()) {
                body.put("body", owing);
            }
            body.put("milestones", milestones.sent());
            return Onward.to(PAGES, api.post(form.ticket(), CONTRACTS, body).path("id").asString(""));
        }, () -> "contract-new");
    }

    @GetMapping(PAGES + "/{id}")
    String contract(@PathVariable String id, Model model) {
        Tagged found = api.personalTagged(CONTRACTS + "/{id}", id);
        model.addAttribute("c", found.body());
        model.addAttribute("tag", found.tag());
        model.addAttribute("divisions", rules.divisions());
        boolean standing = !found.body().path("state").asString("").equals("ANNULLED");
        model.addAttribute("standing", standing);
        model.addAttribute("amendable", standing ? amendable(found.body()) : List.of());
        annulments(found.body(), standing, model);
        return "contract";
    }

    /** The milestones that the reader may set another day for: of a body's own, those that are not overdue. */
    private List<JsonNode> amendable(JsonNode contract) {
        boolean supervises = reader.is(Desk.SUPERVISORS);
        return !reader.is(Desk.CLERKS) ? List.of() : contract.path("milestones").valueStream()
                .filter(m -> m.path("doneOn").asString("").isEmpty() && (supervises || !m.path("overdue").asBoolean(false))).toList();
    }

    private void annulments(JsonNode contract, boolean standing, Model model) {
        boolean supervises = reader.is(Desk.SUPERVISORS);
        long breaches = count(contract, "BREACHED") - count(contract, "BREACH_ANNULLED");
        Annulments.show("CONTRACT", List.of(contract.path("annulment")),
                new Rights(standing && reader.is(Desk.CLERKS), standing && supervises && breaches > 0, supervises), model);
    }

    private static long count(JsonNode contract, String kind) {
        return contract.path("events").valueStream().filter(event -> event.path("kind").asString("").equals(kind)).count();
    }

    /** Another day for a milestone, by a supplementary agreement. */
    @PostMapping(PAGES + "/{id}/amendments")
    String amend(@PathVariable String id, @RequestParam Map<String, String> values, Model model) {
        Form form = Form.of("amend", values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), CONTRACTS + "/{id}/amendments",
                    form.body("milestone", "dueOn", "agreement", "signedOn"), id);
            return Onward.to(PAGES, id);
        }, () -> contract(id, model));
    }

    /** @param act what the API calls it */
    @PostMapping(PAGES + "/{id}/{act:breach|remedy}")
    String act(@PathVariable String id, @PathVariable String act, @RequestParam Map<String, String> values, Model model) {
        Form form = Form.of(act, values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), CONTRACTS + "/{id}/{act}", form.body("on", "facts"), id, act);
            return Onward.to(PAGES, id);
        }, () -> contract(id, model));
    }

    @PostMapping(PAGES + "/{id}/milestones/{index}/done")
    String done(@PathVariable String id, @PathVariable int index, @RequestParam Map<String, String> values, Model model) {
        Form form = Form.of("milestone-" + index, values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), CONTRACTS + "/{id}/milestones/{index}/done", form.body("on", "facts"), id, index);
            return Onward.to(PAGES, id);
        }, () -> contract(id, model));
    }

    @PostMapping(PAGES + "/{id}/annulment")
    String annul(@PathVariable String id, @RequestParam Map<String, String> values, Model model) {
        return annulling.propose(PAPERS, id, values, model, () -> contract(id, model));
    }

    @PostMapping(PAGES + "/{id}/annulment/{act:approve|reject}")
    String decide(@PathVariable String id, @PathVariable String act, @RequestParam Map<String, String> values, Model model) {
        return annulling.decide(PAPERS, id, act, values, model, () -> contract(id, model));
    }
}
