package cn.publiccredit.portal.catalogue;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.form.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What two people decide about a piece of content: a draft to be published, a code to be retired. Each form names what was read. */
@Controller
class DecisionController {

    private static final String PIECE = "/api/catalog/v1/{kind}/{code}";

    private final CreditApi api;
    private final Pieces pieces;

    DecisionController(CreditApi api, Pieces pieces) {
        this.api = api;
        this.pieces = pieces;
    }

    @GetMapping(Kind.IN_PATH + "/{code}/draft")
    String draft(@PathVariable String kind, @PathVariable String code, Model model) {
        CreditApi.Tagged draft = api.personalTagged(PIECE + "/draft", kind, code);
        pieces.content(kind, code, draft, model);
        int version = draft.body().path("version").asInt(0);
        int before = pieces.versions(kind, code).stream().filter(other -> !other.path("status").asString("").equals("DRAFT"))
                .mapToInt(other -> other.path("version").asInt(0)).filter(other -> other < version).max().orElse(0);
        model.addAttribute("before", before);
        model.addAttribute("work", DraftWork.of(pieces.versions(kind, code), version));
        if (before > 0) {
            model.addAttribute("differences", pieces.differences(kind, code, before, version));
        }
        return "catalogue-draft";
    }

    /** @param act publish; refuse, which gives it back to its editors; or discard, by which an editor takes it back */
    @PostMapping(Kind.IN_PATH + "/{code}/draft/{act:publish|refuse|discard}")
    String decide(
            @PathVariable String kind, @PathVariable String code, @PathVariable String act,
            @RequestParam Map<String, String> values, Model model) {
        Form form = Form.of("decide", values);
        return form.attempt(model, () -> switch (act) {
            case "publish" -> {
                api.post(form.ticket(), PIECE + "/publish", form.body("reason"), kind, code);
                yield "redirect:/workbench/catalogue/{kind}/{code}";
            }
            case "refuse" -> {
                api.post(form.ticket(), PIECE + "/draft/refuse", form.body("reason"), kind, code);
                yield "redirect:/workbench/catalogue/{kind}/{code}/draft";
            }
            default -> {
                api.remove(PIECE + "/draft", form.ticket().tag(), kind, code);
                yield "redirect:/workbench/catalogue";
            }
        }, () -> draft(kind, code, model));
    }

    /** Proposes to retire the code. @param from the first day on which it is no longer in force; empty for that of the approval */
    @PostMapping(Kind.IN_PATH + "/{code}/retirement")
    String propose(
            @PathVariable String kind, @PathVariable String code, @RequestParam String tag,
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String reason, Model model) {
        Map<String, String> ending = new LinkedHashMap<>();
        ending.put("reason", reason.strip());
        if (!from.isBlank()) {
            ending.put("from", from);
        }
        return about(kind, code, reason, model, () -> api.change(PIECE + "/retirement", tag, ending, kind, code));
    }

    /** @param act approve it, or discard which is to refuse it or take it back */
    @PostMapping(Kind.IN_PATH + "/{code}/retirement/{act:approve|discard}")
    String retire(
            @PathVariable String kind, @PathVariable String code, @PathVariable String act, @RequestParam String tag, Model model) {
        return about(kind, code, "", model, () -> {
            if (act.equals("approve")) {
                api.change(PIECE + "/retire", tag, Map.of(), kind, code);
            } else {
                api.remove(PIECE + "/retirement", tag, kind, code);
            }
        });
    }

    private String about(String kind, String code, String reason, Model model, Runnable step) {
        try {
            step.run();
            return "redirect:/workbench/catalogue/{kind}/{code}";
        } catch (ApiFailure failure) {
            return refused(failure, reason, model, () -> {
                pieces.show(kind, code, "", "", model);
                return "catalogue-piece";
            });
        }
    }

    private static String refused(ApiFailure failure, String reason, Model model, Supplier<String> page) {
        if (!failure.isRefusal()) {
            throw failure;
        }
        model.addAttribute("refusal", failure.getMessage());
        model.addAttribute("reason", reason);
        return page.get();
    }
}
