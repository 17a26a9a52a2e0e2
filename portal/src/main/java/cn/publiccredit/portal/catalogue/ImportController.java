package cn.publiccredit.portal.catalogue;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** Whole editions from a file: checked as a whole, staged by one person, published by another. */
@Controller
class ImportController {

    private static final String IMPORTS = "/api/catalog/v1/editions/imports";

    private final CreditApi api;
    private final Desk desk;

    ImportController(CreditApi api, Desk desk) {
        this.api = api;
        this.desk = desk;
    }

    @GetMapping("/workbench/catalogue/imports")
    String imports(Model model) {
        model.addAttribute("imports", desk.all(IMPORTS + "?limit=500"));
        return "catalogue-imports";
    }

    @PostMapping("/workbench/catalogue/imports")
    String upload(@RequestParam MultipartFile file, Model model) throws IOException {
        try (InputStream content = file.getInputStream()) {
            JsonNode staged = api.send(IMPORTS, MediaType.APPLICATION_JSON, content, headers -> {});
            return "redirect:/workbench/catalogue/imports/"
                    + UriUtils.encodePathSegment(staged.path("id").asString(""), StandardCharsets.UTF_8);
        } catch (ApiFailure failure) {
            refused(failure, model);
            return imports(model);
        }
    }

    @GetMapping("/workbench/catalogue/imports/{id}")
    String one(@PathVariable String id, Model model) {
        CreditApi.Tagged found = api.personalTagged(IMPORTS + "/{id}", id);
        model.addAttribute("found", found.body());
        model.addAttribute("tag", found.tag());
        return "catalogue-import";
    }

    @PostMapping("/workbench/catalogue/imports/{id}/{act:publish|withdraw}")
    String decide(@PathVariable String id, @PathVariable String act, @RequestParam String tag, Model model) {
        try {
            api.change(IMPORTS + "/{id}/{act}", tag, Map.of(), id, act);
            return "redirect:/workbench/catalogue/imports/{id}";
        } catch (ApiFailure failure) {
            refused(failure, model);
            return one(id, model);
        }
    }

    private static void refused(ApiFailure failure, Model model) {
        if (!failure.isRefusal()) {
            throw failure;
        }
        String told = Objects.requireNonNullElse(failure.getMessage(), "");
        // With faults the table says the rest.
        model.addAttribute("refusal", failure.faults().isEmpty() ? told : told.lines().findFirst().orElse(""));
        model.addAttribute("faults", failure.faults());
    }
}
