package cn.publiccredit.listing.subject;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import cn.publiccredit.support.purpose.Purpose;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Subjects and records at subject-service. Without its answer there is none of ours: 503, never an empty result. */
@Component
public class Subjects {

    private static final int LONGEST_ID = 100;

    private final SubjectClient client;
    private final PeerCalls calls;

    Subjects(SubjectClient client, Peers peers) {
        this.client = client;
        this.calls = peers.subject();
    }

    /** The subjects that each query means, in the order of the queries; none where nobody is known. */
    public List<List<SubjectMatch>> resolve(Purpose purpose, List<SubjectQuery> queries) {
        if (queries.isEmpty()) {
            return List.of();
        }
        SubjectClient.Resolve resolve = new SubjectClient.Resolve(purpose.purpose(), purpose.matter(), queries);
        SubjectClient.Resolution resolution = calls.call("resolve", () -> client.resolve(resolve));
        if (resolution.results().size() != queries.size()) {
            throw calls.unavailable(new IllegalStateException("not as many results as queries"));
        }
        return resolution.results().stream().map(SubjectClient.Result::matches).toList();
    }

    /** Under which ids the subject of this id is known, asked on the platform's own account; an unknown one is alone. */
    public Identity identity(String id) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            return Identity.alone(id);
        }
        SubjectClient.Identify asked = new SubjectClient.Identify(List.of(id));
        try {
            return calls.callAsService("identities", () -> client.identities(asked)).identities().stream()
                    .filter(identity -> identity.asked().equals(id)).findFirst()
                    .orElseThrow(() -> calls.unavailable(new IllegalStateException("another id than was asked for")));
        } catch (RelayedProblem refused) {
            // Our own question, so that its refusal says nothing to our caller, except that there is no answer now.
            throw calls.unavailable(refused);
        }
    }

    /** The record of this id, read on the platform's own account; empty when there is none. */
    public Optional<CreditRecord> record(String id) {
        try {
            return Optional.of(calls.callAsService("record", () -> client.record(id)));
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
