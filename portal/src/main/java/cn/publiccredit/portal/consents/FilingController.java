package cn.publiccredit.portal.consents;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.api.FormWithFile;
import cn.publiccredit.portal.form.Form;
import cn.publiccredit.portal.form.Onward;
import cn.publiccredit.portal.rulebook.RuleBook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a body files the paper that a subject signed. A person's number is passed on and never shown again. */
@Controller
class FilingController {

    private static final String ID_NUMBER = "idNumber";
    private static final List<String> FIELDS = List.of("subject", "purpose", "items", "template", "from", "to");

    private final CreditApi api;
    private final RuleBook rules;

    FilingController(CreditApi api, RuleBook rules) {
        this.api = api;
        this.rules = rules;
    }

    @GetMapping(ConsentsController.PAGES + "/new")
    String filing(Model model) {
        model.addAttribute("items", rules.items());
        model.addAttribute("templates", rules.reportTemplates());
        return "consent-new";
    }

    @PostMapping(ConsentsController.PAGES)
    String file(
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam MultipartFile file,
            Model model)
            throws IOException {
        String number = values.getOrDefault(ID_NUMBER, "").strip();
        values.remove(ID_NUMBER);
        values.put("items", items == null ? "" : String.join(",", items));
        Form form = Form.of("file", values);
        FormWithFile sent = new FormWithFile().with(ID_NUMBER, number);
        FIELDS.forEach(field -> sent.with(field, form.said(field)));
        sent.with("file", Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        return form.attempt(model, () -> Onward.to(ConsentsController.PAGES,
                api.post(form.ticket(), ConsentsController.CONSENTS + "/signed", sent).path("id").asString("")), () -> filing(model));
    }
}
