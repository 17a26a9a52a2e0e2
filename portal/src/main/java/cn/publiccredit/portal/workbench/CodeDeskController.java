package cn.publiccredit.portal.workbench;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.rulebook.RuleBook;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The desk where operators work off doubtful codes. */
@Controller
class CodeDeskController {

    private static final String CODES = "/api/subject/v1/governance/codes";
    private static final List<String> KINDS =
            List.of("WRONG", "DUPLICATE", "PLACEHOLDER", "ONE_CODE_TWO_NAMES", "ONE_NAME_TWO_CODES");
    private static final List<String> STATES = List.of("OPEN", "IN_WORK", "RESOLVED", "DISMISSED");

    private final CreditApi api;
    private final RuleBook rules;
    private final JsonMapper json;

    CodeDeskController(CreditApi api, RuleBook rules, JsonMapper json) {
        this.api = api;
        this.rules = rules;
        this.json = json;
    }

    @GetMapping("/workbench/codes")
    String codes(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        // What is to be done comes first; whoever asks for all says so.
        String wanted = state == null ? "OPEN" : state;
        model.addAttribute("kinds", KINDS);
        model.addAttribute("states", STATES);
        model.addAttribute("kind", kind);
        model.addAttribute("state", wanted);
        model.addAttribute("divisions", rules.divisions());
        try {
            model.addAttribute("cases", api.personal(
                    CODES + "?kind={kind}&state={state}&limit=20&after={after}", kind, wanted, after));
        } catch (ApiFailure failure) {
            if (failure.status() != 403) {
                throw failure;
            }
            model.addAttribute("mayNot", true);
        }
        return "codes";
    }

    @GetMapping("/workbench/codes/{id}")
    String code(@PathVariable String id, Model model) {
        model.addAttribute("found", api.personal(CODES + "/{id}", id));
        model.addAttribute("items", rules.items());
        model.addAttribute("divisions", rules.divisions());
        return "code";
    }

    /**
     * Does something about a case, if nobody else has since the page was read.
     *
     * @param act what the API calls it: take, resolve, dismiss or reopen
     * @param version of the case as the page shows it
     */
    @PostMapping("/workbench/codes/{id}/{act:take|resolve|dismiss|reopen}")
    String act(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        byte[] body = json.writeValueAsBytes(Map.of("reason", reason));
        try {
            api.send(CODES + "/{id}/{act}", MediaType.APPLICATION_JSON, new ByteArrayInputStream(body),
                    headers -> headers.setIfMatch("\"" + version + "\""), id, act);
        } catch (ApiFailure failure) {
            if (failure.status() >= 500 || failure.status() == 401) {
                throw failure;
            }
            model.addAttribute("refusal", failure.getMessage());
            model.addAttribute("reason", reason);
            return code(id, model);
        }
        return "redirect:/workbench/codes/{id}";
    }
}
