package cn.publiccredit.report.source;

import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The catalogue's items by code. When the catalogue is silent its last good state is used: it is a rule book, not a fact about
 * the subject (architecture rule 3), and the evidence names the versions that were used.
 */
@Component
public class Catalogue {

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);
    private static final int PAGE = 500;

    private final CatalogClient client;
    private final PeerCalls calls;
    private final Map<String, CatalogItem> known = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Map<String, CatalogItem>> lastGood = new AtomicReference<>();

    Catalogue(CatalogClient client, Peers peers) {
        this.client = client;
        this.calls = peers.catalog();
    }

    /** Every item by its code. @throws Problem {@code peer.unavailable} when it was never reached so far */
    public Map<String, CatalogItem> items() {
        try {
            Map<String, CatalogItem> fresh = read();
            lastGood.set(fresh);
            return fresh;
        } catch (Problem unavailable) {
            Map<String, CatalogItem> kept = lastGood.get();
            if (kept == null) {
                throw unavailable;
            }
            log.warn("the catalogue is unavailable; using its last good state");
            return kept;
        }
    }

    private Map<String, CatalogItem> read() {
        Map<String, CatalogItem> items = new LinkedHashMap<>();
        @Nullable String after = null;
        do {
            String cursor = after;
            CatalogPage page = calls.call("items", () -> client.items(PAGE, cursor));
            page.items().forEach(head -> items.put(head.code(), item(head)));
            after = page.next();
        } while (after != null);
        return items;
    }

    // A published version never changes.
    private CatalogItem item(CatalogPage.Head head) {
        String key = head.code() + "@" + head.version();
        CatalogItem have = known.get(key);
        if (have != null) {
            return have;
        }
        CatalogItem read = calls.call("item", () -> client.item(head.code()));
        known.put(read.code() + "@" + read.version(), read);
        return read;
    }
}
