package cn.publiccredit.portal.catalogue;

import cn.publiccredit.portal.api.CreditApi;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.JsonNode;

/** Puts a piece of content, its versions and what is under way about it on a page. */
@Component
class Pieces {

    private static final String PIECE = "/api/catalog/v1/{kind}/{code}";

    private final CreditApi api;
    private final Desk desk;
    private final Sheets sheets;
    private final Labels labels;

    Pieces(CreditApi api, Desk desk, Sheets sheets, Labels labels) {
        this.api = api;
        this.desk = desk;
        this.sheets = sheets;
        this.labels = labels;
    }

    /** A difference in words; from or to is empty where there was nothing. */
    record Difference(String path, String change, String from, String to) {}

    void show(String kind, String code, String asOf, String version, Model model) {
        CreditApi.Tagged found = version.isEmpty()
                ? api.personalTagged(PIECE + "?asOf={asOf}", kind, code, asOf)
                : api.personalTagged(PIECE + "/versions/{version}", kind, code, version);
        content(kind, code, found, model);
        model.addAttribute("asOf", asOf);
        model.addAttribute("wanted", version);
        model.addAttribute("draft", desk.one(PIECE + "/draft", kind, code));
        model.addAttribute("retirement", desk.one(PIECE + "/retirement", kind, code));
        // Whether the reader works on the catalogue is for the API to say.
        model.addAttribute("insider", desk.one("/api/catalog/v1/retirements?limit=1") != null);
    }

    /** What is shown of any version, drafts included. */
    void content(String kind, String code, CreditApi.Tagged found, Model model) {
        JsonNode content = found.body();
        model.addAttribute("kind", kind);
        model.addAttribute("code", code);
        model.addAttribute("title", Kind.of(kind).name(content));
        model.addAttribute("piece", content);
        model.addAttribute("tag", found.tag());
        model.addAttribute("sheet", sheets.of(Kind.of(kind), content));
        model.addAttribute("source", SourceText.of(content.path("source").asString("")));
        model.addAttribute("basis", SourceText.of(content.path("legalBasis").asString("")));
        model.addAttribute("versions", versions(kind, code));
    }

    List<JsonNode> versions(String kind, String code) {
        return api.personal(PIECE + "/versions?limit=500", kind, code).path("items").valueStream().toList();
    }

    List<Difference> differences(String kind, String code, int from, int to) {
        JsonNode compared = api.personal(PIECE + "/diff?from={from}&to={to}", kind, code, from, to);
        return compared.path("differences").valueStream().map(this::inWords).toList();
    }

    private Difference inWords(JsonNode difference) {
        String path = difference.path("path").asString("");
        String field = path.substring(path.lastIndexOf('/') + 1);
        return new Difference(labels.path(path), difference.path("change").asString(""),
                text(field, difference.path("from")), text(field, difference.path("to")));
    }

    private String text(String field, JsonNode value) {
        return Labels.isSaid(value) ? labels.text(field, value) : "";
    }
}
