package cn.publiccredit.portal.annulment;

import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.form.Form;
import cn.publiccredit.portal.form.Onward;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Sends what somebody proposes to take back, and what another person decides about it. */
@Component
public class Annulling {

    private final CreditApi api;

    Annulling(CreditApi api) {
        this.api = api;
    }

    /**
     * The papers of one kind.
     *
     * @param paths of the API
     * @param pages of the portal
     */
    public record Papers(String paths, String pages) {}

    /** @param again shows the page that the form is on */
    public String propose(Papers papers, String id, Map<String, String> values, Model model, Supplier<String> again) {
        Form form = Form.of("annulment", values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), papers.paths() + "/{id}/annulment", form.body("what", "reason"), id);
            return Onward.to(papers.pages(), id);
        }, again);
    }

    /** @param act what the API calls it: approve or reject, two buttons of one form */
    public String decide(
            Papers papers, String id, String act, Map<String, String> values, Model model, Supplier<String> again) {
        Form form = Form.of("annulment-decision", values);
        return form.attempt(model, () -> {
            api.post(form.ticket(), papers.paths() + "/{id}/annulment/{act}",
                    act.equals("approve") ? Map.of() : form.body("reason"), id, act);
            return Onward.to(papers.pages(), id);
        }, again);
    }
}
