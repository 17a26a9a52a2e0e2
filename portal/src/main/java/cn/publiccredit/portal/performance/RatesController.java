package cn.publiccredit.portal.performance;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.api.Reader;
import cn.publiccredit.portal.form.Filter;
import cn.publiccredit.portal.rulebook.RuleBook;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well each body keeps its word. */
@Controller
class RatesController {

    private final CreditApi api;
    private final Reader reader;
    private final RuleBook rules;

    RatesController(CreditApi api, Reader reader, RuleBook rules) {
        this.api = api;
        this.reader = reader;
        this.rules = rules;
    }

    @GetMapping(Desk.PAGES + "/rates")
    String rates(@RequestParam Map<String, String> sent, Model model) {
        Filter filter = Filter.of(sent);
        model.addAttribute("divisions", rules.divisions());
        if (reader.is("department-user", "city-operator", "province-operator")) {
            model.addAttribute("rates", api.personal(filter.on(Desk.API + "/rates"), filter.variables()));
        }
        return "performance-rates";
    }
}
