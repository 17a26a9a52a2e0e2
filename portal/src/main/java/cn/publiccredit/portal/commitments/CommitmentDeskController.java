package cn.publiccredit.portal.commitments;

import cn.publiccredit.portal.annulment.Annulling;
import cn.publiccredit.portal.annulment.Annulling.Papers;
import cn.publiccredit.portal.annulment.Annulments;
import cn.publiccredit.portal.annulment.Annulments.Rights;
import cn.publiccredit.portal.api.ApiFailure;
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
import tools.jackson.databind.node.MissingNode;

/** The desk of commitments: recorded, checked, followed up. Who sees which is for the API to say. */
@Controller
class CommitmentDeskController {

    private static final String PAGES = "/workbench/commitments";
    private static final String COMMITMENTS = "/api/subject/v1/commitments";
    private static final String PLATFORM = "/api/listing/v1/follow-ups?commitment={id}&limit=100";
    private static final List<String> STATES =
            List.of("SUBMITTED", "MADE", "FULFILLED", "BROKEN", "REPAIRED", "DECLINED", "ANNULLED");
    private static final List<String> FOLLOW_UPS = List.of("OPEN", "PROPOSED", "NOT_PROPOSED", "LAPSED");
    /** Those about which whoever checks finds nothing any more, or nothing yet that could have been found in error. */
    private static final Set<String> UNRECORDED = Set.of("SUBMITTED", "DECLINED", "ANNULLED");
    private static final Papers PAPERS = new Papers(COMMITMENTS, PAGES);
    private static final String[] DESK = {"department-user", "city-operator", "province-operator", "subject-user"};

    private final CreditApi api;
    private final Reader reader;
    private final RuleBook rules;
    private final Annulling annulling;

    CommitmentDeskController(CreditApi api, Reader reader, RuleBook rules, Annulling annulling) {
        this.api = api;
        this.reader = reader;
        this.rules = rules;
        this.annulling = annulling;
    }

    @GetMapping(PAGES)
    String commitments(@RequestParam Map<String, String> sent, Model model) {
        Filter filter = Filter.of(sent, "state", "followUp", "overdue", "subject");
        model.addAttribute(Filter.NAME, filter);
        model.addAttribute("states", STATES);
        model.addAttribute("followUps", FOLLOW_UPS);
        if (reader.is(DESK)) {
            model.addAttribute("commitments", api.personal(filter.on(COMMITMENTS), filter.variables()));
        }
        return "commitment-desk";
    }

    @GetMapping(PAGES + "/new")
    String making(Model model) {
        model.addAttribute("templates", rules.commitmentTemplates());
        return "commitment-new";
    }

    @PostMapping(PAGES)
    String make(@RequestParam Map<String, String> values, Model model) {
        Form form = Form.of("make", values);
        return form.attempt(model, () -> {
            Map<String, Object> body = form.body("subject", "template", "matter", "madeOn", "validUntil", "checkBy");
            // Its name and division are the catalogue's.
            Map<String, Object> authority = form.part("authority", "uscc");
            if (!authority.isEmpty()) {
                body.put("authority", authority);
            }
            return Onward.to(PAGES, api.post(form.ticket(), COMMITMENTS, body).path("id").asString(""));
        }, () -> making(model));
    }

    @GetMapping(PAGES + "/{id}")
    String commitment(@PathVariable String id, Model model) {
        Tagged found = api.personalTagged(COMMITMENTS + "/{id}", id);
        model.addAttribute("c", found.body());
        model.addAttribute("tag", found.tag());
        model.addAttribute("lists", rules.lists());
        model.addAttribute("measures", rules.measures());
        model.addAttribute("divisions", rules.divisions());
        annulments(found.body(), model);
        platform(found.body(), model);
        return "commitment";
    }

    /** How far listing-service is with the list that the last breach leads to: only while nobody has settled it does it matter. */
    private void platform(JsonNode commitment, Model model) {
        JsonNode followUp = commitment.path("consequences").path("followUp");
        if (!followUp.path("state").asString("").equals("OPEN") || !reader.is("department-user", "city-operator", "province-operator")) {
            return;
        }
        try {
            JsonNode all = api.personal(PLATFORM, commitment.path("id").asString(""));
            model.addAttribute("platform", all.path("items").valueStream()
                    .filter(one -> one.path("id").asString("").equals(followUp.path("id").asString(""))).findFirst()
                    .orElse(MissingNode.getInstance()));
        } catch (ApiFailure failure) {
            if (failure.status() == 401) {
                throw failure;
            }
            // The commitment is dealt with whether or not listing-service answers.
            model.addAttribute("platformSilent", failure.getMessage());
        }
    }

    private void annulments(JsonNode commitment, Model model) {
        // Whoever makes commitments as a subject checks none.
        boolean checks = reader.is("department-user", "city-operator", "province-operator") && !reader.is("subject-user");
        boolean recorded = checks && !UNRECORDED.contains(commitment.path("state").asString(""));
        long breaches = commitment.path("events").valueStream()
                .filter(event -> event.path("state").asString("").equals("BROKEN")).count();
        JsonNode all = commitment.path("annulments");
        model.addAttribute("checks", checks);
        Annulments.show("COMMITMENT", all.valueStream().toList(),
                new Rights(recorded, recorded && breaches > Annulments.breachesTakenBack(all), checks), model);
    }

    /** @param act what the API calls it */
    @PostMapping(PAGES + "/{id}/{act:accept|decline|fulfil|break|repair|follow-up}")
    String act(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam Map<String, String> values,
            Model model) {
        boolean followUp = act.equals("follow-up");
        // What is found, and whether it is accepted, is one form, with a button for each finding.
        Form form = Form.of(followUp ? act : "finding", values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), COMMITMENTS + "/{id}/{act}",
                    followUp ? form.body("listingCase", "reason") : form.body("on", "facts"), id, act);
            return Onward.to(PAGES, id);
        }, () -> commitment(id, model));
    }

    @PostMapping(PAGES + "/{id}/annulment")
    String annul(@PathVariable String id, @RequestParam Map<String, String> values, Model model) {
        return annulling.propose(PAPERS, id, values, model, () -> commitment(id, model));
    }

    @PostMapping(PAGES + "/{id}/annulment/{act:approve|reject}")
    String decide(@PathVariable String id, @PathVariable String act, @RequestParam Map<String, String> values, Model model) {
        return annulling.decide(PAPERS, id, act, values, model, () -> commitment(id, model));
    }
}
