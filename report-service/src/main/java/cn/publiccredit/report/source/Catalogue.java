package cn.publiccredit.report.source;

import cn.publiccredit.support.catalogue.CatalogueCopies;
import cn.publiccredit.support.catalogue.CatalogueNews;
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
 * The catalogue's items by code. When the catalogue is silent its last good state is used, after a restart, too: it is a rule
 * book, not a fact about the subject (architecture rule 3), and the evidence names the versions that were used.
 */
@Component
public class Catalogue implements CatalogueCopies {

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);
    private static final int PAGE = 500;

    private final CatalogClient client;
    private final PeerCalls calls;
    private final KeptCatalogue kept;
    private final Map<String, CatalogItem> known = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Map<String, CatalogItem>> lastGood = new AtomicReference<>();

    Catalogue(CatalogClient client, Peers peers, KeptCatalogue kept) {
        this.client = client;
        this.calls = peers.catalog();
        this.kept = kept;
    }

    /** Every item by its code. @throws Problem {@code peer.unavailable} when it was never reached so far */
    public Map<String, CatalogItem> items() {
        try {
            return fresh();
        } catch (Problem unavailable) {
            Map<String, CatalogItem> last = lastGood.get();
            Map<String, CatalogItem> good = last != null ? last : kept.last().orElseThrow(() -> unavailable);
            lastGood.set(good);
            log.warn("the catalogue is unavailable; using its last good state");
            return good;
        }
    }

    /** Items are asked for with each report; this is so that a later silence finds what was in force last. */
    @Override
    public void renew(CatalogueNews news) {
        if (news.concern("items") && (lastGood.get() != null || kept.last().isPresent())) {
            fresh();
        }
    }

    private Map<String, CatalogItem> fresh() {
        Map<String, CatalogItem> fresh = read();
        if (!fresh.equals(lastGood.getAndSet(fresh))) {
            kept.keep(fresh);
        }
        return fresh;
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
