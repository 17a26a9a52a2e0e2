package cn.publiccredit.portal.form;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.ui.Model;

/**
 * What somebody filled in. When the API refuses it, it is shown again as it was written, each complaint at its field.
 *
 * @param act which of the page's forms it is; empty while none was sent
 * @param values by the API's names of the fields
 * @param refusal what the API said; empty while it said nothing
 */
public record Form(String act, Map<String, String> values, String refusal, List<ApiFailure.Fault> faults) {

    /** How a page's form is called in its model. */
    public static final String NAME = "form";

    /** Before anything was sent. */
    public static final Form BLANK = new Form("", Map.of(), "", List.of());

    public Form {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    public static Form of(String act, Map<String, String> values) {
        return new Form(act, values, "", List.of());
    }

    /**
     * Tries something. Refused for what a person can mend, the page is shown again with the form as it was filled in.
     *
     * @param step what is tried; gives the page that follows
     * @param again shows the page that the form is on
     * @throws ApiFailure when the API failed, or nobody is signed in any more
     */
    public String attempt(Model model, Supplier<String> step, Supplier<String> again) {
        try {
            return step.get();
        } catch (ApiFailure failure) {
            return refused(failure, model, again);
        }
    }

    /**
     * Shows the page again with the form as it was filled in and what was said to it.
     *
     * @throws ApiFailure as it was given, when a person cannot mend it
     */
    public String refused(ApiFailure failure, Model model, Supplier<String> again) {
        if (!failure.isRefusal()) {
            throw failure;
        }
        model.addAttribute(NAME, new Form(act, values, Objects.requireNonNullElse(failure.getMessage(), ""), failure.faults()));
        return again.get();
    }

    public boolean isRefused() {
        return !refusal.isEmpty() || !faults.isEmpty();
    }

    /** What was written into a field of this form; empty when another was sent. */
    public String value(String form, String field) {
        return form.equals(act) ? values.getOrDefault(field, "") : "";
    }

    /** What is wrong with a field of this form, or with a part of it. */
    public List<String> wrong(String form, String field) {
        return form.equals(act)
                ? faults.stream().filter(fault -> isAt(fault.field(), field)).map(ApiFailure.Fault::message).toList()
                : List.of();
    }

    /** What is wrong with a field as a whole, and not with a part of it. */
    public List<String> wrongAsAWhole(String form, String field) {
        return form.equals(act)
                ? faults.stream().filter(fault -> fault.field().equals(field)).map(ApiFailure.Fault::message).toList()
                : List.of();
    }

    private static boolean isAt(String place, String field) {
        return place.equals(field) || place.startsWith(field + ".") || place.startsWith(field + "[");
    }

    /** The fields that were filled in, to be sent. */
    public Map<String, Object> body(String... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : fields) {
            String value = said(field);
            if (!value.isEmpty()) {
                body.put(field, value);
            }
        }
        return body;
    }

    /** The fields of a part that were filled in: {@code part.field} in the form, {@code field} in what is sent. */
    public Map<String, Object> part(String part, String... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : fields) {
            String value = said(part + "." + field);
            if (!value.isEmpty()) {
                body.put(field, value);
            }
        }
        return body;
    }

    /** A field without blanks around it; empty when it was left out. */
    public String said(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /** A key by which the API knows this form when it is sent twice; another one whenever the page is shown. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** What the form was shown with. */
    public Ticket ticket() {
        return new Ticket(said("key"), said("tag"));
    }
}
