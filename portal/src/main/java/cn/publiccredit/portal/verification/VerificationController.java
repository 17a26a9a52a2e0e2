package cn.publiccredit.portal.verification;

import cn.publiccredit.portal.api.CreditApi;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class VerificationController {

    private final CreditApi api;

    VerificationController(CreditApi api) {
        this.api = api;
    }

    @GetMapping("/verify")
    String byNumber(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        model.addAttribute("number", number.strip());
        model.addAttribute("code", code.strip());
        if (!number.isBlank() && !code.isBlank()) {
            model.addAttribute("answer", api.open(
                    "/api/report/v1/public/verifications/{number}?code={code}", number.strip(), code.strip()));
        }
        return "verify";
    }

    @PostMapping("/verify")
    String byFile(@RequestParam MultipartFile file, Model model) throws IOException {
        model.addAttribute("number", "");
        model.addAttribute("code", "");
        try (InputStream pdf = file.getInputStream()) {
            model.addAttribute("answer", api.sendOpen(
                    "/api/report/v1/public/verifications", MediaType.APPLICATION_PDF, pdf));
        }
        return "verify";
    }
}
