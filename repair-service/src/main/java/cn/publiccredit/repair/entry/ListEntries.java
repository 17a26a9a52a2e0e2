package cn.publiccredit.repair.entry;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.RelayedProblem;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.purpose.PurposeHeaders;
import cn.publiccredit.support.web.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list entries in listing-service, read and ended on this service's own account. */
@Component
public class ListEntries {

    private static final Map<String, String> FOR_REPAIR = PurposeHeaders.of(new Purpose("信用修复", null, null));

    private final ListingClient client;
    private final PeerCalls calls;

    ListEntries(ListingClient client, Peers peers) {
        this.client = client;
        this.calls = peers.listing();
    }

    /** The entry of this id. */
    public Optional<ListEntry> find(String id) {
        try {
            return Optional.of(calls.callAsService("entry", () -> client.entry(id, FOR_REPAIR)));
        } catch (RelayedProblem refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** All entries of a subject that are in force. */
    public List<ListEntry> liveOf(String subject) {
        List<ListEntry> live = new ArrayList<>();
        @Nullable String after = null;
        do {
            String from = after;
            EntryPage page =
                    calls.callAsService("entries", () -> client.entries(subject, Paging.MOST, from, FOR_REPAIR));
            page.items().stream().filter(ListEntry::isLive).forEach(live::add);
            after = page.next();
        } while (after != null);
        return live;
    }

    /** Ends an entry; the same order again changes nothing. */
    public void exit(String id, ExitOrder order) {
        calls.callAsService("exit", () -> {
            client.exit(id, order);
            return order;
        });
    }
}
