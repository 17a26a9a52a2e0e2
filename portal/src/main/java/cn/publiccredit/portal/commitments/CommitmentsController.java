package cn.publiccredit.portal.commitments;

import cn.publiccredit.portal.api.CreditApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CommitmentsController {

    private final CreditApi api;

    CommitmentsController(CreditApi api) {
        this.api = api;
    }

    @GetMapping("/commitments")
    String commitments(
            @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("subject", subject.strip());
        model.addAttribute("commitments", api.open(
                "/api/subject/v1/public/commitments?subject={subject}&limit=20&after={after}", subject.strip(), after));
        return "commitments";
    }
}
