package cn.publiccredit.portal.workbench;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.api.PassedOn;
import cn.publiccredit.portal.rulebook.RuleBook;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well sources supply, month by month: on the screen, to be printed, and as a file. */
@Controller
class CircularController {

    private static final String FIGURES = "/api/subject/v1/statistics/collection?month={month}&format={format}";

    private final CreditApi api;
    private final RuleBook rules;
    private final Clock clock;

    CircularController(CreditApi api, RuleBook rules, Clock clock) {
        this.api = api;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/workbench/circular")
    String circular(@RequestParam(defaultValue = "") String month, Model model) {
        String now = YearMonth.now(clock).toString();
        String wanted = month.isBlank() ? now : month;
        model.addAttribute("month", wanted);
        model.addAttribute("latest", now);
        model.addAttribute("divisions", rules.divisions());
        model.addAttribute("circular", api.personal(FIGURES, wanted, "json"));
        return "circular";
    }

    @GetMapping("/workbench/circular/page")
    void page(@RequestParam(defaultValue = "") String month, HttpServletResponse response) {
        api.download(FIGURES, PassedOn.to(response), month, "html");
    }

    @GetMapping("/workbench/circular/file")
    void file(@RequestParam(defaultValue = "") String month, HttpServletResponse response) {
        api.download(FIGURES, PassedOn.to(response), month, "csv");
    }
}
