package cn.publiccredit.portal.lists;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.rulebook.RuleBook;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ListsController {

    private final CreditApi api;
    private final RuleBook rules;

    ListsController(CreditApi api, RuleBook rules) {
        this.api = api;
        this.rules = rules;
    }

    @GetMapping("/lists")
    String lists(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("list", list);
        model.addAttribute("q", q);
        model.addAttribute("lists", rules.lists());
        model.addAttribute("entries", api.open(
                "/api/listing/v1/public/entries?list={list}&q={q}&limit=20&after={after}", list, q.strip(), after));
        return "lists";
    }
}
