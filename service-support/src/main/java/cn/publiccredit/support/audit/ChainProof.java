package cn.publiccredit.support.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks all chains of a service and finds altered, removed and inserted entries. */
final class ChainProof {

    private static final int MOST_FINDINGS = 100;

    /**
     * What the walk found.
     *
     * @param whole whether nothing was found
     * @param entries how many entries were read
     * @param chains how many writers' chains were read
     * @param findings what is wrong where, at most 100
     * @param heads last hash of each chain, to be noted outside the system
     */
    record Verification(boolean whole, long entries, int chains, List<Finding> findings, Map<String, String> heads) {}

    /** One break: the entry's id, {@code ALTERED}, {@code REMOVED} or {@code INSERTED}, and a sentence. */
    record Finding(String entry, String kind, String message) {}

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> last = new HashMap<>();
    private final Map<String, Long> reached = new HashMap<>();
    private final Map<String, String> anchored = new HashMap<>();
    private final Set<String> met = new HashSet<>();
    private long entries;

    /**
     * Walks the entries once.
     *
     * @param openings the opening entries of all chains, read before; their anchors are what the walk must meet
     */
    static Verification of(Stream<AuditEntry> sortedEntries, List<AuditEntry> openings, List<AuditStore.Head> heads) {
        ChainProof proof = new ChainProof();
        openings.stream().flatMap(opening -> opening.anchors().stream()).forEach(anchor -> {
            int cut = anchor.lastIndexOf('/');
            proof.anchored.put(anchor.substring(0, cut), anchor.substring(cut + 1));
        });
        return proof.walk(sortedEntries, heads);
    }

    private Verification walk(Stream<AuditEntry> sorted, List<AuditStore.Head> heads) {
        @Nullable AuditEntry before = null;
        for (Iterator<AuditEntry> all = sorted.iterator(); all.hasNext(); ) {
            AuditEntry entry = all.next();
            entries++;
            check(before != null && before.writer().equals(entry.writer()) ? before : null, entry);
            before = entry;
        }
        heads.forEach(this::checkHead);
        anchored.keySet().stream().filter(place -> !met.contains(place)).forEach(place -> found(place, "REMOVED",
                "后来的链记得此条目，但它已不存在 / a later chain remembers this entry, but it is gone"));
        return new Verification(findings.isEmpty(), entries, last.size(), List.copyOf(findings), Map.copyOf(last));
    }

    private void check(@Nullable AuditEntry before, AuditEntry entry) {
        long expected = before == null ? 0 : before.sequence() + 1;
        String previous = before == null ? ChainHash.of(entry.writer()) : before.hash();
        if (!ChainHash.of(entry).equals(entry.hash()) || !entry.id().equals(AuditEntry.id(entry.writer(), entry.sequence()))) {
            found(entry.id(), "ALTERED", "条目内容与其哈希不符，条目被改动或伪造 / content does not match its hash");
        }
        if (entry.sequence() > expected) {
            found(entry.id(), "REMOVED", "此条目之前缺少第 " + expected + " 至 " + (entry.sequence() - 1)
                    + " 号条目 / entries before this one are missing");
        } else if (entry.sequence() < expected) {
            found(entry.id(), "INSERTED", "序号重复，条目为后来插入 / the number is used twice");
        } else if (!entry.previous().equals(previous)) {
            found(entry.id(), "INSERTED", "与前一条目不衔接，前后有条目被替换或插入 / does not continue the entry before");
        }
        last.put(entry.writer(), entry.hash());
        reached.put(entry.writer(), entry.sequence());
        checkAnchor(entry.writer() + "/" + entry.sequence(), entry.hash());
    }

    private void checkHead(AuditStore.Head head) {
        if (reached.getOrDefault(head.id(), -1L) < head.sequence()) {
            found(AuditEntry.id(head.id(), head.sequence()), "REMOVED",
                    "链尾条目缺失，已写入到第 " + head.sequence() + " 号 / the end of the chain is missing");
        }
    }

    private void checkAnchor(String place, String hash) {
        String remembered = anchored.get(place);
        if (remembered == null) {
            return;
        }
        met.add(place);
        if (!remembered.equals(hash)) {
            found(place, "ALTERED", "与后来的链所记的哈希不符 / differs from what a later chain remembers");
        }
    }

    private void found(String entry, String kind, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(entry, kind, message));
        }
    }
}
