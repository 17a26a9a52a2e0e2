package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.record.CodeFinding.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Figures while they are added up. Received = accepted + updated + duplicate + rejected, as in every batch. */
final class Figures {

    private static final int RATE_SCALE = 4;
    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    private long files;
    private long failedFiles;
    private long received;
    private long accepted;
    private long updated;
    private long duplicate;
    private long rejected;
    private long onTime;
    private long late;
    private long undetermined;
    private long codes;
    private final Map<Kind, Long> codeFindings = new EnumMap<>(Kind.class);
    private final Set<String> itemsSupplied = new TreeSet<>();

    void files(long all, long failed) {
        files += all;
        failedFiles += failed;
    }

    /** Whether nothing was sent. */
    boolean isSilent() {
        return files == 0;
    }

    void rows(long newAccepted, long newUpdated, long newDuplicate, long newRejected) {
        accepted += newAccepted;
        updated += newUpdated;
        duplicate += newDuplicate;
        rejected += newRejected;
        received += newAccepted + newUpdated + newDuplicate + newRejected;
    }

    void onTime(long rows) {
        onTime += rows;
    }

    void late(long rows) {
        late += rows;
    }

    void undetermined(long rows) {
        undetermined += rows;
    }

    void codes(long rows) {
        codes += rows;
    }

    void codeFinding(Kind kind, long rows) {
        codeFindings.merge(kind, rows, Long::sum);
    }

    void supplied(String item) {
        itemsSupplied.add(item);
    }

    /**
     * Figures as they are told.
     *
     * @param compliance part of the received rows that broke no rule; null when none was received
     * @param timeliness part of the new records that came in time, of those of which it can be told; null when there is none
     * @param undetermined new records of which it cannot be told: the year's working calendar is not published yet
     * @param itemsSupplied items of which something was accepted within the months of coverage
     * @param coverage part that these are of the items that are due: a registered source's own, else all of the catalogue
     * @param codeErrorsInTenThousand wrong and duplicate codes in ten thousand; null when there was no code, and for single items
     */
    record View(
            long files,
            long failedFiles,
            long received,
            long accepted,
            long updated,
            long duplicate,
            long rejected,
            @Nullable BigDecimal compliance,
            long onTime,
            long late,
            long undetermined,
            @Nullable BigDecimal timeliness,
            int itemsSupplied,
            @Nullable BigDecimal coverage,
            long codes,
            Map<Kind, Long> codeFindings,
            @Nullable BigDecimal codeErrorsInTenThousand) {}

    /** Figures of one item: findings about codes are counted by source only, so that there is no rate of errors to tell. */
    View viewOfItem(Set<String> due, int itemsInCatalogue) {
        return view(due, itemsInCatalogue, null);
    }

    /** @param due items that are due; empty when that is not known, and all of the catalogue are looked at */
    View view(Set<String> due, int itemsInCatalogue) {
        long wrong = codeFindings.getOrDefault(Kind.WRONG, 0L);
        long errors = wrong + codeFindings.getOrDefault(Kind.DUPLICATE, 0L);
        // Rows with a wrong code were rejected and are not among those counted as bearing one.
        long borne = codes + wrong;
        BigDecimal errorRate = borne == 0 ? null : TEN_THOUSAND.multiply(BigDecimal.valueOf(errors))
                .divide(BigDecimal.valueOf(borne), 2, RoundingMode.HALF_UP);
        return view(due, itemsInCatalogue, errorRate);
    }

    private View view(Set<String> due, int itemsInCatalogue, @Nullable BigDecimal errorRate) {
        long borne = codes + codeFindings.getOrDefault(Kind.WRONG, 0L);
        return new View(files, failedFiles, received, accepted, updated, duplicate, rejected,
                rate(received - rejected, received), onTime, late, undetermined, rate(onTime, onTime + late),
                itemsSupplied.size(), due.isEmpty()
                        ? rate(itemsSupplied.size(), itemsInCatalogue)
                        : rate(itemsSupplied.stream().filter(due::contains).count(), due.size()), borne, Map.copyOf(codeFindings),
                errorRate);
    }

    private static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATE_SCALE, RoundingMode.HALF_UP);
    }
}
