package cn.publiccredit.report.source;

import cn.publiccredit.report.ReportCapacity;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.purpose.PurposeHeaders;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Repair cases, from the repair service. */
@Component
public class Repairs {

    private final RepairClient client;
    private final PeerCalls calls;
    private final int most;

    Repairs(RepairClient client, Peers peers, ReportCapacity capacity) {
        this.client = client;
        this.calls = peers.repair();
        this.most = capacity.mostRecords();
    }

    public List<RepairFacts> of(Account account, String subject, Purpose purpose) {
        Map<String, String> headers = PurposeHeaders.of(purpose);
        return Pages.all(most, (limit, after) ->
                account.call(calls, "cases", () -> client.cases(subject, limit, after, headers)));
    }
}
