package cn.publiccredit.local.demo;

import static cn.publiccredit.local.demo.ExpectationFailed.unless;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.demo.Financing.Drawn;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Anyone who holds a report finds out whether it is genuine and what has changed since. */
public final class Verifying {

    private final Door anyone;

    Verifying(Door anyone) {
        this.anyone = anyone;
    }

    /** Genuine by number and code. @return what has changed since it was issued */
    public List<String> byNumber(Drawn report) {
        return genuine(anyone.get("/api/report/v1/public/verifications/" + report.number()
                + "?code=" + Door.encoded(report.verificationCode())));
    }

    /** Genuine by the file. @return what has changed since it was issued */
    public List<String> byFile(Drawn report) {
        return genuine(anyone.post("/api/report/v1/public/verifications", "application/pdf", report.pdf()));
    }

    /** A file in which one byte differs is not. */
    public void alteredFileIsNotGenuine(Drawn report) {
        byte[] altered = report.pdf().clone();
        altered[altered.length / 2] ^= 1;
        Reply reply = anyone.post("/api/report/v1/public/verifications", "application/pdf", altered).expect(200);
        unless(reply.at("/genuine").equals("false"), "改动过的文件不真实 / an altered file is not genuine", reply.text());
    }

    private static List<String> genuine(Reply reply) {
        reply.expect(200);
        unless(reply.at("/genuine").equals("true"), "报告真实 / the report is genuine", reply.text());
        unless(!reply.at("/changesUnavailable").equals("true"), "能查到此后的变化 / what has changed is known", reply.text());
        return StreamSupport.stream(reply.json().path("changes").spliterator(), false)
                .map(Verifying::told).toList();
    }

    private static String told(JsonNode change) {
        String what = change.path("what").asString("");
        String title = what.isEmpty() ? change.path("title").asString("") : what;
        return title + (change.path("since").isString() ? "（" + change.path("since").asString() + "）" : "");
    }
}
