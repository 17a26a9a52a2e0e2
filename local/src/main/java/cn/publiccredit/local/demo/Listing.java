package cn.publiccredit.local.demo;

import static cn.publiccredit.local.demo.ExpectationFailed.unless;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Pause;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.demo.PublicView.ShownPenalty;
import java.time.Duration;
import java.util.Map;

/** From a serious penalty to a published list entry, by two people. */
public final class Listing {

    private static final String CASES = "/api/listing/v1/cases";
    private static final int LOOKS = 150;

    private final Company company;
    private final Door department;
    private final Door itself;
    private final Door approver;

    Listing(Company company, Door department, Door itself, Door approver) {
        this.company = company;
        this.department = department;
        this.itself = itself;
        this.approver = approver;
    }

    /** The published entry. */
    public record Listed(String caseId, String entryId, String listName, String until) {}

    /** The whole way; the proposer's own approval is refused in between. */
    public Listed list(ShownPenalty penalty) {
        Reply proposed = department.post(CASES, Map.of("list", "market-serious", "subject", company.uscc(),
                "record", penalty.id(), "reasons", "（虚构样例）因食品安全严重违法被吊销许可证件")).expect(201);
        String path = CASES + "/" + proposed.at("/id");
        Reply notified = step(department, path, "notify", proposed,
                Map.of("deliveredOn", company.today().toString(), "way", "电子送达"));
        Reply heard = step(itself, path, "statement", notified, Map.of("text", "无异议，放弃陈述申辩。", "waived", true));
        Reply determined = step(department, path, "determine", heard, Map.of(
                "documentNumber", company.document("市监列严", 1), "documentDate", company.today().toString(),
                "note", "事实清楚"));
        refusesProposer(path, determined);
        step(approver, path, "approve", determined, Map.of("note", "同意"));
        return published(path);
    }

    private void refusesProposer(String path, Reply determined) {
        Reply own = department.with("If-Match", determined.etag()).post(path + "/approve", Map.of("note", "自己批准"));
        unless(own.status() == 403 || own.status() == 409,
                "提出人不能自己批准 / the proposer cannot approve (403, 409)", own.status());
    }

    private static Reply step(Door who, String path, String action, Reply before, Map<String, Object> body) {
        return who.with("If-Match", before.etag()).post(path + "/" + action, body).expect(200);
    }

    private Listed published(String path) {
        Reply now = department.get(path).expect(200);
        for (int look = 0; look < LOOKS && !now.at("/state").equals("PUBLISHED"); look++) {
            Pause.of(Duration.ofMillis(200));
            now = department.get(path).expect(200);
        }
        unless(now.at("/state").equals("PUBLISHED") && !now.at("/entry").isEmpty(),
                "认定已公布 / the case is PUBLISHED with its entry", now.at("/state"));
        return new Listed(now.at("/id"), now.at("/entry"), now.at("/listName"), now.at("/until"));
    }
}
