package cn.publiccredit.local.demo;

import static cn.publiccredit.local.demo.ExpectationFailed.unless;

import cn.publiccredit.local.client.Door;
import cn.publiccredit.local.client.Reply;
import cn.publiccredit.local.demo.Financing.Drawn;
import java.util.List;
import java.util.stream.StreamSupport;

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

    private static List<String> genuine(Reply reply) {
        reply.expect(200);
        unless(reply.at("/genuine").equals("true"), "报告真实 / the report is genuine", reply.text());
        return StreamSupport.stream(reply.json().path("changes").spliterator(), false)
                .map(change -> change.path("what").isString() ? change.path("what").asString() : change.toString()).toList();
    }
}
