package cn.publiccredit.portal.merges;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.api.CreditApi.Tagged;
import cn.publiccredit.portal.api.Reader;
import cn.publiccredit.portal.form.Form;
import cn.publiccredit.portal.form.Onward;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The desk of mergers: what is proposed, what it would bring together, and the second person's decision. */
@Controller
class MergesController {

    private static final String PAGES = "/workbench/merges";
    private static final String MERGES = "/api/subject/v1/governance/merges";
    private static final List<String> STATES = List.of("PROPOSED", "UNDO_PROPOSED", "EFFECTIVE", "REJECTED", "UNDONE");
    private static final List<String> PROPOSALS = List.of("PROPOSE", "PROPOSE_UNDO");

    private final CreditApi api;
    private final Reader reader;
    private final Sides sides;

    MergesController(CreditApi api, Reader reader, Sides sides) {
        this.api = api;
        this.reader = reader;
        this.sides = sides;
    }

    @GetMapping(PAGES)
    String merges(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        if (!code.isBlank()) {
            return Onward.to(PAGES, code.strip());
        }
        // What is to be decided comes first; whoever asks for all says so.
        String wanted = state == null ? STATES.getFirst() : state;
        model.addAttribute("states", STATES);
        model.addAttribute("state", wanted);
        if (reader.is("province-operator")) {
            model.addAttribute("merges", api.personal(MERGES + "?state={state}&limit=20&after={after}", wanted, after));
        }
        return "merges";
    }

    /** Where a merger is proposed; with two codes, beside what it would bring together. */
    @GetMapping(PAGES + "/new")
    String propose(
            @RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String into, Model model) {
        Form codes = Form.of("propose", Map.of("subject", subject.strip(), "into", into.strip()));
        model.addAttribute(Form.NAME, codes);
        return subject.isBlank() || into.isBlank()
                ? "merge-new"
                : codes.attempt(model, () -> compared(subject.strip(), into.strip(), model), () -> "merge-new");
    }

    private String compared(String subject, String into, Model model) {
        sides.show(subject, into, model);
        return "merge-new";
    }

    @PostMapping(PAGES)
    String propose(@RequestParam Map<String, String> values, Model model) {
        Form form = Form.of("propose", values);
        return form.attempt(model, () -> Onward.to(PAGES, api.post(form.ticket(), MERGES,
                form.body("subject", "into", "reason", "evidence")).path("subject").asString("")), () -> "merge-new");
    }

    @GetMapping(PAGES + "/{subject}")
    String merge(@PathVariable String subject, Model model) {
        Tagged found = api.personalTagged(MERGES + "/{subject}", subject);
        model.addAttribute("merge", found.body());
        model.addAttribute("tag", found.tag());
        model.addAttribute("proposer", proposer(found.body()));
        try {
            sides.show(subject, found.body().path("into").asString(""), model);
        } catch (ApiFailure failure) {
            if (!failure.isRefusal()) {
                throw failure;
            }
            // A city's operator knows of a merger with a subject that is beyond the city.
            model.addAttribute("unseen", failure.getMessage());
        }
        return "merge";
    }

    /** @param act what the API calls it: approve, reject, or undo which is to propose that */
    @PostMapping(PAGES + "/{subject}/{act:approve|reject|undo}")
    String act(
            @PathVariable String subject,
            @PathVariable String act,
            @RequestParam Map<String, String> values,
            Model model) {
        // Approving and refusing are two buttons of one form.
        Form form = Form.of(act.equals("undo") ? act : "decide", values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), MERGES + "/{subject}/{act}", act.equals("approve") ? Map.of() : form.body("reason"), subject, act);
            return Onward.to(PAGES, subject);
        }, () -> merge(subject, model));
    }

    private static String proposer(JsonNode merge) {
        return merge.path("history").valueStream().filter(event -> PROPOSALS.contains(event.path("act").asString("")))
                .reduce((earlier, later) -> later).map(event -> event.path("actor").asString("")).orElse("");
    }
}
