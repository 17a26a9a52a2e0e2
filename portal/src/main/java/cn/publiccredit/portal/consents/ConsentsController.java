package cn.publiccredit.portal.consents;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.api.CreditApi.Tagged;
import cn.publiccredit.portal.api.PassedOn;
import cn.publiccredit.portal.api.Reader;
import cn.publiccredit.portal.form.Filter;
import cn.publiccredit.portal.form.Form;
import cn.publiccredit.portal.form.Onward;
import cn.publiccredit.portal.rulebook.RuleBook;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Consents as each party sees them: the body that may read, the subject that gave it, and who supervises both. */
@Controller
class ConsentsController {

    static final String PAGES = "/workbench/consents";
    static final String CONSENTS = "/api/subject/v1/consents";
    private static final String[] DESK = {"bank", "platform-enterprise", "department-user", "subject-user", "province-operator", "auditor"};

    private final CreditApi api;
    private final Reader reader;
    private final RuleBook rules;

    ConsentsController(CreditApi api, Reader reader, RuleBook rules) {
        this.api = api;
        this.reader = reader;
        this.rules = rules;
    }

    @GetMapping(PAGES)
    String consents(@RequestParam Map<String, String> sent, Model model) {
        Filter filter = Filter.of(sent, "state", "how", "contested", "subject", "grantee");
        model.addAttribute(Filter.NAME, filter);
        model.addAttribute("states", List.of("LIVE", "PENDING", "EXPIRED", "REVOKED"));
        if (reader.is(DESK)) {
            model.addAttribute("consents", api.personal(filter.on(CONSENTS), filter.variables()));
        }
        return "consents";
    }

    @GetMapping(PAGES + "/{id}")
    String consent(@PathVariable String id, Model model) {
        Tagged found = api.personalTagged(CONSENTS + "/{id}", id);
        model.addAttribute("c", found.body());
        model.addAttribute("tag", found.tag());
        model.addAttribute("items", rules.items());
        model.addAttribute("templates", rules.reportTemplates());
        return "consent";
    }

    /** @param act what the API calls it: revoke or contest by the subject, annul by who supervises */
    @PostMapping(PAGES + "/{id}/{act:revoke|contest|annul}")
    String act(@PathVariable String id, @PathVariable String act, @RequestParam Map<String, String> values, Model model) {
        Form form = Form.of(act, values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), CONSENTS + "/{id}/{act}", form.body("reason"), id, act);
            return Onward.to(PAGES, id);
        }, () -> consent(id, model));
    }

    /** The paper that was signed, as it was filed. */
    @GetMapping(PAGES + "/{id}/file")
    void file(@PathVariable String id, HttpServletResponse response) {
        api.download(CONSENTS + "/{id}/file", PassedOn.to(response), id);
    }
}
