package cn.publiccredit.report.source;

import cn.publiccredit.support.catalogue.CatalogueCopies;
import cn.publiccredit.support.catalogue.CatalogueNews;
import cn.publiccredit.support.peer.PeerCalls;
import cn.publiccredit.support.peer.Peers;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the catalogue calls a purpose of inquiry. */
@Component
public class Purposes implements CatalogueCopies {

    private static final Logger log = LoggerFactory.getLogger(Purposes.class);
    private static final String CODE_SET = "purposes";

    private final CatalogClient client;
    private final PeerCalls calls;
    private final KeptCatalogue kept;
    private volatile Map<String, String> lastGood = Map.of();

    Purposes(CatalogClient client, Peers peers, KeptCatalogue kept) {
        this.kept = kept;
        this.client = client;
        this.calls = peers.catalog();
    }

    /**
     * The purpose's name. A purpose that is no code is told as it was given, and so is a code while the catalogue was never
     * reached: the code is true, only less readable.
     */
    public String name(String purpose) {
        return names().getOrDefault(purpose, purpose);
    }

    private Map<String, String> names() {
        try {
            return fresh();
        } catch (Problem | RelayedProblem unavailable) {
            if (lastGood.isEmpty()) {
                lastGood = kept.lastPurposes().orElse(Map.of());
            }
            log.warn("the catalogue's names of purposes are unavailable; {} of them are known from before", lastGood.size(), unavailable);
            return lastGood;
        }
    }

    @Override
    public void renew(CatalogueNews news) {
        if (news.concern("code-sets", CODE_SET) && (!lastGood.isEmpty() || kept.lastPurposes().isPresent())) {
            fresh();
        }
    }

    private Map<String, String> fresh() {
        Map<String, String> fresh = calls.call("purposes", () -> client.codeSet(CODE_SET)).entries().stream()
                .collect(Collectors.toUnmodifiableMap(CodeSet.Entry::code, CodeSet.Entry::name));
        if (!fresh.equals(lastGood)) {
            kept.keepPurposes(fresh);
            lastGood = fresh;
        }
        return fresh;
    }
}
