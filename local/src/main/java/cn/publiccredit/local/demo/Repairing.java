package cn.publiccredit.local.demo;

import static cn.publiccredit.local.demo.ExpectationFailed.unless;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Pause;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.demo.Listing.Listed;
import cn.publiccredit.local.demo.PublicView.ShownPenalty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The company repairs its credit: it applies, the department accepts, a second person decides, the steps run. */
public final class Repairing {

    private static final String CASES = "/api/repair/v1/cases";
    private static final int LOOKS = 300;

    private final Door itself;
    private final Door department;
    private final Door approver;

    Repairing(Door itself, Door department, Door approver) {
        this.itself = itself;
        this.department = department;
        this.approver = approver;
    }

    /**
     * The finished case.
     *
     * @param steps what was carried out
     */
    public record Repaired(String caseId, List<String> steps) {}

    /** Applies for the repair of the penalty and the entry that rests on it. @return the submitted case */
    public Reply apply(ShownPenalty penalty, Listed entry) {
        Reply draft = itself.post(CASES, Map.of("record", penalty.id(), "listEntries", List.of(entry.entryId()),
                "statement", "（虚构样例）已停止违法行为，缴清罚款，完成整改。", "commitment", true,
                "materials", List.of(Map.of("name", "缴款凭证", "text", "（虚构样例）罚款已全部缴纳")))).expect(201);
        Reply submitted = itself.with("If-Match", draft.etag()).post(CASES + "/" + draft.at("/id") + "/submit").expect(200);
        unless(submitted.at("/state").equals("FORWARDED"), "申请已转认定单位 / the case is FORWARDED", submitted.at("/state"));
        return submitted;
    }

    /** The department accepts. */
    public Reply accept(Reply submitted) {
        Reply accepted = step(department, submitted, "accept", Map.of("note", "材料齐全"));
        unless(accepted.at("/state").equals("ACCEPTED"), "已受理 / the case is ACCEPTED", accepted.at("/state"));
        return accepted;
    }

    /** A second person approves, and every step runs to its end. */
    public Repaired approve(Reply accepted) {
        step(approver, accepted, "approve", Map.of("note", "符合修复条件"));
        String path = CASES + "/" + accepted.at("/id");
        Reply now = itself.purpose("查询本单位信用修复进度").get(path).expect(200);
        for (int look = 0; look < LOOKS && !now.at("/state").equals("EFFECTIVE"); look++) {
            Pause.of(Duration.ofMillis(200));
            now = itself.purpose("查询本单位信用修复进度").get(path).expect(200);
        }
        unless(now.at("/state").equals("EFFECTIVE"), "修复生效 / the case is EFFECTIVE", now.at("/state") + now.at("/steps"));
        return new Repaired(now.at("/id"), StreamSupport.stream(now.json().path("steps").spliterator(), false)
                .map(step -> step.path("name").asString()).toList());
    }

    private static Reply step(Door who, Reply before, String action, Map<String, Object> body) {
        return who.with("If-Match", before.etag())
                .post(CASES + "/" + before.at("/id") + "/" + action, body).expect(200);
    }
}
