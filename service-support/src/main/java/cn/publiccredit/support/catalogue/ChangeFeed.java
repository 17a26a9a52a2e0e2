package cn.publiccredit.support.catalogue;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue's feed of changes to its end. */
final class ChangeFeed {

    private static final int PAGE = 500;

    /** Not a cursor of this catalogue, and a place that it no longer knows. */
    private static final Set<Integer> UNKNOWN_PLACE = Set.of(400, 410);

    private final ChangeClient client;
    private final PeerCalls calls;

    ChangeFeed(ChangeClient client, Peers peers) {
        this.client = client;
        this.calls = peers.catalog();
    }

    /**
     * @param changes how many changes lie between the place asked from and the feed's end
     * @param next where to go on the next time
     */
    record Read(CatalogueNews news, int changes, String next) {}

    /**
     * What was told since this place, which is told once; everything when the place is not known, here or there.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue gives no usable answer
     */
    Read since(@Nullable String place) {
        if (place == null) {
            Read whole = toEnd(null);
            return new Read(CatalogueNews.ofEverything(), whole.changes(), whole.next());
        }
        try {
            return toEnd(place);
        } catch (RelayedProblem refused) {
            if (UNKNOWN_PLACE.contains(refused.status())) {
                return since(null);
            }
            throw calls.unavailable(refused);
        }
    }

    private Read toEnd(@Nullable String place) {
        List<ChangePage.Change> changes = new ArrayList<>();
        String at = place;
        while (true) {
            @Nullable String from = at;
            ChangePage page = calls.callAsService("changes", () -> client.changes(PAGE, from));
            changes.addAll(page.items());
            if (page.items().size() < PAGE || page.next().equals(from)) {
                return new Read(CatalogueNews.of(changes), changes.size(), page.next());
            }
            at = page.next();
        }
    }
}
