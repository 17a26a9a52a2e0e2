package cn.publiccredit.portal.performance;

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

/** Arrears: reported, confirmed or dismissed, paid. */
@Controller
class ArrearsController {

    private static final String PAGES = Desk.PAGES + "/arrears";
    private static final String ARREARS = Desk.API + "/arrears";

    private final CreditApi api;
    private final Reader reader;
    private final RuleBook rules;

    ArrearsController(CreditApi api, Reader reader, RuleBook rules) {
        this.api = api;
        this.reader = reader;
        this.rules = rules;
    }

    @GetMapping(PAGES)
    String arrears(@RequestParam Map<String, String> sent, Model model) {
        Filter filter = Filter.of(sent, "state", "body");
        model.addAttribute(Filter.NAME, filter);
        model.addAttribute("states", List.of("REPORTED", "CONFIRMED", "SETTLED", "DISMISSED"));
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
        return "arrears-one";
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
}
