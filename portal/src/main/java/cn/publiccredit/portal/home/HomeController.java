package cn.publiccredit.portal.home;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.rulebook.RuleBook;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

@Controller
class HomeController {

    private final CreditApi api;
    private final RuleBook rules;

    HomeController(CreditApi api, RuleBook rules) {
        this.api = api;
        this.rules = rules;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("licences", api.open("/api/subject/v1/public/records?item=XK&limit=6"));
        model.addAttribute("penalties", api.open("/api/subject/v1/public/records?item=CF&limit=6"));
        model.addAttribute("entries", api.open("/api/listing/v1/public/entries?limit=6"));
        return "home";
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        String words = q.strip();
        model.addAttribute("q", words);
        if (!words.isEmpty()) {
            JsonNode found = api.open("/api/subject/v1/public/subjects?q={q}&limit=20&after={after}", words, after);
            if (after.isEmpty() && found.path("items").size() == 1
                    && found.at("/items/0/uscc").asString("").equalsIgnoreCase(words)) {
                return "redirect:/subjects/" + found.at("/items/0/uscc").asString();
            }
            model.addAttribute("found", found);
            model.addAttribute("divisions", rules.divisions());
        }
        return "search";
    }
}
