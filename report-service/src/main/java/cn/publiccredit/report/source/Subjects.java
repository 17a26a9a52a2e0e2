package cn.publiccredit.report.source;

import cn.publiccredit.report.ReportCapacity;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.purpose.PurposeHeaders;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Subjects and their records, from the subject service. */
@Component
public class Subjects {

    private final SubjectClient client;
    private final PeerCalls calls;
    private final int mostRecords;

    Subjects(SubjectClient client, Peers peers, ReportCapacity capacity) {
        this.client = client;
        this.calls = peers.subject();
        this.mostRecords = capacity.mostRecords();
    }

    /** Under which ids the subject is known; an unknown one is alone. Asked on this service's own account. */
    public Identity identity(String id) {
        return identities(List.of(id)).getFirst();
    }

    /** The same for several, in their order. */
    public List<Identity> identities(List<String> ids) {
        try {
            List<Identity> known = calls.callAsService("identities",
                    () -> client.identities(new SubjectClient.Identify(ids))).identities();
            if (!known.stream().map(Identity::asked).toList().equals(ids)) {
                throw calls.unavailable(new IllegalStateException("other ids than were asked for"));
            }
            return known;
        } catch (RelayedProblem refused) {
            // Our own question, so that its refusal says nothing to our caller, except that there is no answer now.
            throw calls.unavailable(refused);
        }
    }

    public SubjectFacts subject(Account account, String id, Purpose purpose) {
        Map<String, String> headers = PurposeHeaders.of(purpose);
        return account.call(calls, "subject", () -> client.subject(id, headers));
    }

    /** A consent to which the account is a party. */
    public ConsentFacts consent(Account account, String id) {
        return account.call(calls, "consent", () -> client.consent(id));
    }

    /** All records of the subject that the account may see. */
    public List<RecordFacts> records(Account account, String id, Purpose purpose) {
        Map<String, String> headers = PurposeHeaders.of(purpose);
        return Pages.all(mostRecords, (limit, after) ->
                account.call(calls, "records", () -> client.records(id, limit, after, headers)));
    }
}
