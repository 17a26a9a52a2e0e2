package cn.publiccredit.portal.commitments;

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

/** The desk of commitments: recorded, checked, followed up. Who sees which is for the API to say. */
@Controller
class CommitmentDeskController {

    private static final String PAGES = "/workbench/commitments";
    private static final String COMMITMENTS = "/api/subject/v1/commitments";
    private static final String[] DESK = {"department-user", "city-operator", "province-operator", "subject-user"};

    private final CreditApi api;
    private final Reader reader;
    private final RuleBook rules;

    CommitmentDeskController(CreditApi api, Reader reader, RuleBook rules) {
        this.api = api;
        this.reader = reader;
        this.rules = rules;
    }

    @GetMapping(PAGES)
    String commitments(@RequestParam Map<String, String> sent, Model model) {
        Filter filter = Filter.of(sent, "state", "followUp", "overdue", "subject");
        model.addAttribute(Filter.NAME, filter);
        model.addAttribute("states", List.of("MADE", "FULFILLED", "BROKEN", "REPAIRED"));
        model.addAttribute("followUps", List.of("OPEN", "PROPOSED", "NOT_PROPOSED", "LAPSED"));
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
            Map<String, Object> authority = form.part("authority", "uscc", "name", "division");
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
        return "commitment";
    }

    /** @param act what the API calls it */
    @PostMapping(PAGES + "/{id}/{act:fulfil|break|repair|follow-up}")
    String act(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam Map<String, String> values,
            Model model) {
        boolean followUp = act.equals("follow-up");
        // What is found at a check is one form, with a button for each finding.
        Form form = Form.of(followUp ? act : "finding", values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), COMMITMENTS + "/{id}/{act}",
                    followUp ? form.body("listingCase", "reason") : form.body("on", "facts"), id, act);
            return Onward.to(PAGES, id);
        }, () -> commitment(id, model));
    }
}
