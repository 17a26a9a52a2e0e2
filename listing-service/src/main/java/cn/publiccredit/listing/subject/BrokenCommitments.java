package cn.publiccredit.listing.subject;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Broken commitments at subject-service whose templates name a list; always asked for on the platform's own account. */
@Component
public class BrokenCommitments {

    private static final String OPEN = "OPEN";

    private final CommitmentClient client;
    private final PeerCalls calls;

    BrokenCommitments(CommitmentClient client, Peers peers) {
        this.client = client;
        this.calls = peers.subject();
    }

    /** A part of those whose listing nobody has proposed yet. @param next where to go on; null at the end */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(List<BrokenCommitment> items, @Nullable String next) {

        public Part {
            Garbage.unless(items != null);
            items = List.copyOf(items);
        }
    }

    /** @param after where to go on; null to begin */
    public Part open(int limit, @Nullable String after) {
        return calls.callAsService("follow-ups", () -> client.commitments(OPEN, limit, after));
    }

    /** As it stands now. */
    public BrokenCommitment find(String id) {
        return calls.callAsService("commitment", () -> client.commitment(id));
    }

    /** Tells that this case was opened. @throws cn.publiccredit.support.problem.RelayedProblem when it changed since it was read */
    public void settle(BrokenCommitment read, String listingCase) {
        calls.callAsService("follow-up", () -> client.settle(
                read.id(), "\"" + read.version() + "\"", new CommitmentClient.Settlement(listingCase)));
    }
}
