package cn.publiccredit.report.source;

import cn.publiccredit.report.ReportCapacity;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.purpose.PurposeHeaders;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** List entries, from the listing service. */
@Component
public class Listings {

    private final ListingClient client;
    private final PeerCalls calls;
    private final int most;

    Listings(ListingClient client, Peers peers, ReportCapacity capacity) {
        this.client = client;
        this.calls = peers.listing();
        this.most = capacity.mostRecords();
    }

    public List<EntryFacts> of(Account account, String subject, Purpose purpose) {
        Map<String, String> headers = PurposeHeaders.of(purpose);
        return Pages.all(most, (limit, after) ->
                account.call(calls, "entries", () -> client.entries(subject, limit, after, headers)));
    }
}
