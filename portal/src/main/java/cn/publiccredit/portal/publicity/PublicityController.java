package cn.publiccredit.portal.publicity;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.rulebook.RuleBook;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

@Controller
class PublicityController {

    private final CreditApi api;
    private final RuleBook rules;

    PublicityController(CreditApi api, RuleBook rules) {
        this.api = api;
        this.rules = rules;
    }

    @GetMapping("/publicity")
    String records(
            @RequestParam(defaultValue = "CF") String item,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("item", item);
        model.addAttribute("division", division);
        model.addAttribute("subject", subject);
        model.addAttribute("cities", rules.cities());
        model.addAttribute("records", api.open(
                "/api/subject/v1/public/records?item={item}&division={division}&subject={subject}&limit=20&after={after}",
                item, division, subject, after));
        return "publicity";
    }

    @GetMapping("/records/{id}")
    String record(@PathVariable String id, Model model) {
        JsonNode record = api.open("/api/subject/v1/public/records/{id}", id);
        model.addAttribute("title", record.path("subjectName").asString(""));
        model.addAttribute("record", record);
        model.addAttribute("columns", rules.columns(record.path("item").asString()));
        return "record";
    }
}
