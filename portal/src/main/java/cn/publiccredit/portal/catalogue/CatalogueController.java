package cn.publiccredit.portal.catalogue;

import cn.publiccredit.portal.api.CreditApi;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The catalogue to be read: kinds, what each has in force on a day, one piece with all it says, two versions compared. */
@Controller
class CatalogueController {

    private static final String V1 = "/api/catalog/v1";

    private final CreditApi api;
    private final Desk desk;
    private final Pieces pieces;

    CatalogueController(CreditApi api, Desk desk, Pieces pieces) {
        this.api = api;
        this.desk = desk;
        this.pieces = pieces;
    }

    @GetMapping("/workbench/catalogue")
    String overview(Model model) {
        model.addAttribute("kinds", Kind.paths());
        model.addAttribute("editions", api.openAll(V1 + "/editions?limit=100"));
        model.addAttribute("drafts", desk.all(V1 + "/drafts?limit=500"));
        model.addAttribute("retirements", desk.all(V1 + "/retirements?limit=500"));
        return "catalogue";
    }

    @GetMapping(Kind.IN_PATH)
    String kind(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        JsonNode page = api.personal(V1 + "/{kind}?limit=50&asOf={asOf}&after={after}", kind, asOf, after);
        model.addAttribute("kind", kind);
        model.addAttribute("asOf", asOf);
        // The rules of repair are one piece today: the API answers it instead of a list.
        model.addAttribute("rows", (page.path("items").isArray() ? page.path("items").valueStream().toList() : List.of(page))
                .stream().map(content -> Listed.of(Kind.of(kind), content)).toList());
        model.addAttribute("next", page.path("next").asString(""));
        return "catalogue-kind";
    }

    /** @param version a version of its own, whatever is in force; empty for what is in force on the day */
    @GetMapping(Kind.IN_PATH + "/{code}")
    String piece(
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String version,
            Model model) {
        pieces.show(kind, code, asOf, version, model);
        return "catalogue-piece";
    }

    @GetMapping(Kind.IN_PATH + "/{code}/diff")
    String diff(@PathVariable String kind, @PathVariable String code, @RequestParam int from, @RequestParam int to, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("code", code);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("differences", pieces.differences(kind, code, from, to));
        return "catalogue-diff";
    }

    /** An edition as one file, as it can be imported again. */
    @GetMapping("/workbench/catalogue/editions/{edition}")
    void edition(@PathVariable String edition, @RequestParam(defaultValue = "") String asOf, HttpServletResponse response) {
        api.download(V1 + "/editions/{edition}?asOf={asOf}", (headers, body) -> {
            response.setContentType("application/json;charset=UTF-8");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Optional.ofNullable(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
                    .orElseGet(() -> ContentDisposition.attachment().filename(edition + ".json").build().toString()));
            body.transferTo(response.getOutputStream());
        }, edition, asOf);
    }
}
