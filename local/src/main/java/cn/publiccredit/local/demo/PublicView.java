package cn.publiccredit.local.demo;

import static cn.publiccredit.local.demo.ExpectationFailed.unless;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What anyone sees of the company, by the API and on the portal's page. */
public final class PublicView {

    private final Company company;
    private final Door anyone;

    PublicView(Company company, Door anyone) {
        this.company = company;
        this.anyone = anyone;
    }

    /**
     * A penalty that is public.
     *
     * @param until the last day of its publicity
     */
    public record ShownPenalty(String id, String documentNumber, String severity, String until) {}

    /** The serious penalty is shown by the API and on the company's page, and no identity number with it. */
    public ShownPenalty penaltyIsShown() {
        JsonNode record = penalty().orElseThrow(() -> new ExpectationFailed(
                "公示处罚 / the penalty is public", "没有 / it is not"));
        ShownPenalty shown = new ShownPenalty(record.path("id").asString(), record.path("documentNumber").asString(),
                record.path("severity").asString(), record.at("/publicity/until").asString());
        unless(shown.severity().equals("SERIOUS"), "失信程度为严重 / the penalty is SERIOUS", shown);
        unless(page().contains("/records/" + shown.id()), "门户主体页列出该处罚 / the portal's page lists it", "未列出 / it does not");
        return shown;
    }

    /** The penalty is neither in the API nor on the page any more. */
    public void penaltyIsGone(ShownPenalty penalty) {
        unless(penalty().isEmpty(), "处罚不再公示 / the penalty is no longer public", penalty());
        Reply single = anyone.get("/api/subject/v1/public/records/" + penalty.id());
        unless(single.status() == 404, "按编号也查不到 / nor by its id (404)", single.status());
        unless(!page().contains("/records/" + penalty.id()), "门户页已无该处罚 / the page no longer lists it", "仍有 / it still does");
    }

    /** How many list entries of the company anyone sees. */
    public int listEntries() {
        return anyone.get("/api/listing/v1/public/entries?subject=" + company.uscc()).expect(200)
                .json().path("items").size();
    }

    /** How many licences of the company anyone sees. */
    public int licences() {
        return records("XK").size();
    }

    private Optional<JsonNode> penalty() {
        String number = company.document("市监处罚", 1);
        return StreamSupport.stream(records("CF").spliterator(), false)
                .filter(record -> record.path("documentNumber").asString().equals(number)).findFirst();
    }

    private JsonNode records(String item) {
        return anyone.get("/api/subject/v1/public/records?item=" + item + "&subject=" + company.uscc())
                .expect(200).json().path("items");
    }

    private String page() {
        String page = anyone.get("/subjects/" + company.uscc()).expect(200).text();
        unless(page.contains(company.name()), "门户主体页有企业名称 / the page names the company", "没有 / it does not");
        return page;
    }
}
