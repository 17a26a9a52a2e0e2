package cn.publiccredit.repair.record;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Under which ids a subject is known: codes that proved to be one subject's are merged. A case keeps the code of its record, so
 * whoever looks for a subject's cases looks under all of them.
 */
@Component
public class Identities {

    private static final int LONGEST_ID = 100;

    private final SubjectClient client;
    private final PeerCalls calls;

    Identities(SubjectClient client, Peers peers) {
        this.client = client;
        this.calls = peers.subject();
    }

    /** All ids of the subject, asked on this service's own account; an unknown one is alone. */
    public List<String> of(String subject) {
        if (subject.isBlank() || subject.length() > LONGEST_ID) {
            return List.of(subject);
        }
        SubjectClient.Identify asked = new SubjectClient.Identify(List.of(subject));
        try {
            return calls.callAsService("identities", () -> client.identities(asked)).identities().stream()
                    .filter(identity -> identity.asked().equals(subject)).map(Identity::ids).findFirst()
                    .orElseThrow(() -> calls.unavailable(new IllegalStateException("another id than was asked for")));
        } catch (RelayedProblem refused) {
            // Our own question, so that its refusal says nothing to our caller, except that there is no answer now.
            throw calls.unavailable(refused);
        }
    }

    /** All ids of the caller's own subject; none for accounts that belong to none. */
    public List<String> own(Caller caller) {
        String own = caller.subject();
        return caller.is(Role.SUBJECT_USER) && own != null ? of(own) : List.of();
    }

    /** Whether the subject is the caller's own; subject-service is asked only where the codes differ. */
    public boolean isOwn(Caller caller, String subject) {
        return caller.owns(subject) || own(caller).contains(subject);
    }
}
