package cn.publiccredit.portal.subject;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.rulebook.RuleBook;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

@Controller
class SubjectController {

    private static final String RECORDS = "/api/subject/v1/public/records?item={item}&subject={uscc}&limit=20";

    private final CreditApi api;
    private final RuleBook rules;

    SubjectController(CreditApi api, RuleBook rules) {
        this.api = api;
        this.rules = rules;
    }

    @GetMapping("/subjects/{uscc}")
    String subject(@PathVariable String uscc, Model model) {
        JsonNode subject = api.open("/api/subject/v1/public/subjects/{uscc}", uscc);
        String standing = subject.path("uscc").asString(uscc);
        if (!standing.equals(uscc)) {
            // A code that was merged into another one leads to the subject that stands for both.
            return "redirect:/subjects/" + UriUtils.encodePathSegment(standing, StandardCharsets.UTF_8);
        }
        model.addAttribute("title", subject.path("name").asString(""));
        model.addAttribute("subject", subject);
        model.addAttribute("licences", api.open(RECORDS, "XK", uscc));
        model.addAttribute("penalties", api.open(RECORDS, "CF", uscc));
        model.addAttribute("entries", api.openAll("/api/listing/v1/public/entries?subject={uscc}&limit=100", uscc));
        model.addAttribute("decisions", api.openAll("/api/repair/v1/public/decisions?subject={uscc}&limit=100", uscc));
        model.addAttribute("divisions", rules.divisions());
        model.addAttribute("columns", Map.of("XK", rules.columns("XK"), "CF", rules.columns("CF")));
        return "subject";
    }
}
