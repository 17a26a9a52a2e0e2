package cn.publiccredit.portal.catalogue;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import cn.publiccredit.portal.api.CreditApi.Tagged;
import cn.publiccredit.portal.form.Form;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where an editor drafts a piece of content as JSON text; everything that is wrong is said at its line. */
@Controller
class EditingController {

    private static final String PIECE = "/api/catalog/v1/{kind}/{code}";
    private static final String TEXT = "text";

    /** What the catalogue decides about a version, and nobody writes. */
    private static final List<String> DECIDED_THERE = List.of("version", "status", "retiredFrom");

    private final CreditApi api;
    private final Desk desk;
    private final Labels labels;
    private final JsonMapper json;

    EditingController(CreditApi api, Desk desk, Labels labels, JsonMapper json) {
        this.api = api;
        this.desk = desk;
        this.labels = labels;
        this.json = json;
    }

    /**
     * Something that is wrong.
     *
     * @param excerpt what stands in the line
     * @param place in words
     */
    record Marked(int line, String excerpt, String place, String message) {}

    @GetMapping(Kind.IN_PATH + "/new")
    String draftNew(@PathVariable String kind, Model model) {
        ObjectNode empty = json.createObjectNode();
        for (String field : List.of(Kind.of(kind).codeField(), "edition", "effectiveFrom", "legalBasis", "source")) {
            empty.put(field, "");
        }
        return page(kind, "", "", pretty(empty), model);
    }

    @PostMapping(Kind.IN_PATH + "/new")
    String open(@PathVariable String kind, @RequestParam Map<String, String> values, Model model) {
        return written(kind, "", values, model, () -> {
            Form form = Form.of(TEXT, values);
            ObjectNode opened = (ObjectNode) api.postText(form.ticket(), "/api/catalog/v1/{kind}", form.said(TEXT), kind);
            return onward(kind, Kind.of(kind).code(opened));
        });
    }

    /** The draft; where there is none, the version in force, on which one is to be drafted. */
    @GetMapping(Kind.IN_PATH + "/{code}/edit")
    String edit(@PathVariable String kind, @PathVariable String code, Model model) {
        Tagged read = Optional.ofNullable(desk.one(PIECE + "/draft", kind, code))
                .orElseGet(() -> api.personalTagged(PIECE, kind, code));
        ObjectNode own = ((ObjectNode) read.body()).deepCopy();
        own.remove(DECIDED_THERE);
        return page(kind, code, read.tag(), pretty(own), model);
    }

    @PostMapping(Kind.IN_PATH + "/{code}/edit")
    String change(
            @PathVariable String kind, @PathVariable String code, @RequestParam Map<String, String> values, Model model) {
        return written(kind, code, values, model, () -> {
            Form form = Form.of(TEXT, values);
            api.put(PIECE + "/draft", form.ticket().tag(), form.said(TEXT), kind, code);
            return onward(kind, code);
        });
    }

    /** Sends what was written; refused, it is shown as it was written, with the tag that was read: nobody's change is overwritten. */
    private String written(String kind, String code, Map<String, String> values, Model model, Supplier<String> send) {
        String text = values.getOrDefault(TEXT, "");
        String tag = values.getOrDefault("tag", "");
        try {
            Places places = Places.in(json, text.strip());
            return Form.of(TEXT, values).attempt(model, send, () -> {
                Form refused = (Form) Objects.requireNonNull(model.getAttribute(Form.NAME));
                model.addAttribute("marked", refused.faults().stream().map(fault -> marked(places, fault))
                        .sorted(Comparator.comparingInt(Marked::line)).toList());
                return page(kind, code, tag, text.strip(), model);
            });
        } catch (JacksonException noJson) {
            int line = noJson.getLocation() == null ? 1 : noJson.getLocation().getLineNr();
            model.addAttribute(Form.NAME, new Form(TEXT, values, labels.message("cat.edit.noJson", line), List.of()));
            return page(kind, code, tag, text.strip(), model);
        }
    }

    private Marked marked(Places places, ApiFailure.Fault fault) {
        int line = places.line(fault.field());
        return new Marked(line, places.at(line), fault.field(), fault.message());
    }

    private String page(String kind, String code, String tag, String text, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("code", code);
        model.addAttribute("tag", tag);
        model.addAttribute(TEXT, text);
        return "catalogue-edit";
    }

    private String pretty(ObjectNode content) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(content);
    }

    private static String onward(String kind, String code) {
        return "redirect:" + UriComponentsBuilder.fromPath("/workbench/catalogue/{kind}/{code}/draft").encode().buildAndExpand(kind, code).toUriString();
    }
}
