package cn.publiccredit.repair.record;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.purpose.PurposeHeaders;
import cn.publiccredit.support.web.Paging;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The records in subject-service; every call ends in an answer, its refusal, or an honest {@code peer.unavailable}. */
@Component
public class Records {

    private static final Map<String, String> FOR_REPAIR = PurposeHeaders.of(new Purpose("信用修复", null, null));

    private final SubjectClient client;
    private final PeerCalls calls;

    Records(SubjectClient client, Peers peers) {
        this.client = client;
        this.calls = peers.subject();
    }

    /** The record, read on this service's own account: whoever uses this checks whose it is. */
    public Optional<CreditRecord> find(String id) {
        try {
            return Optional.of(calls.callAsService("record", () -> client.record(id, FOR_REPAIR)));
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** A subject's records as far as the current caller may see them. */
    public RecordPage ofSubject(String subject, Paging paging, Purpose purpose) {
        Map<String, String> headers = PurposeHeaders.of(purpose);
        return calls.call("records", () -> client.records(subject, paging.limit(), paging.after(), headers));
    }

    /** Ends a record's publicity; the same order again changes nothing. */
    public void stopPublicity(String record, StopOrder order) {
        calls.callAsService("publicity-stop", () -> {
            client.stopPublicity(record, order);
            return order;
        });
    }

    /** Ends the sharing of a record; the same order again changes nothing. */
    public void stopSharing(String record, StopOrder order) {
        calls.callAsService("sharing-stop", () -> {
            client.stopSharing(record, order);
            return order;
        });
    }
}
