package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.BrokenRule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which rules a batch's rows break, the most frequent first, so that a clerk mends the cause and not each row. */
@Component
class RejectSummary {

    /** Nobody reads more; each takes the opening of a row. */
    private static final int MOST_LISTED = 100;

    private static final int LONGEST_EXAMPLE = 200;

    private static final Comparator<Fault> MOST_FREQUENT_FIRST = Comparator.comparingLong(Fault::rows).reversed()
            .thenComparing(Fault::column).thenComparing(Fault::rule);

    private final Batches batches;
    private final Rejects rejects;
    private final RejectMasking masking;

    RejectSummary(Batches batches, Rejects rejects, RejectMasking masking) {
        this.batches = batches;
        this.rejects = rejects;
        this.masking = masking;
    }

    /**
     * One rule as broken in one column.
     *
     * @param column the column's code; empty when it is the row as a whole
     * @param rows how many rows break it
     * @param example the first of them
     */
    record Group(String column, String name, String rule, long rows, Example example) {}

    /** @param cell as it came, shortened, personal data masked; empty when it is the row as a whole */
    record Example(long row, String cell, String message) {}

    List<Group> of(Batch batch, Locale locale) {
        List<Fault> faults = batches.faults(batch.id()).stream().sorted(MOST_FREQUENT_FIRST).limit(MOST_LISTED).toList();
        Map<Long, List<Fault>> byFirst = faults.stream().collect(Collectors.groupingBy(Fault::first));
        MaskedRejects shown = masking.of(batch);
        Map<Fault, Group> groups = new HashMap<>();
        // One after the other: a row may have a million characters.
        rejects.each(batch.id(), byFirst.keySet(), reject -> byFirst.getOrDefault(reject.row(), List.of())
                .forEach(fault -> groups.put(fault, group(shown, fault, reject, locale))));
        return faults.stream().map(fault -> groups.getOrDefault(fault, unexplained(fault))).toList();
    }

    private static Group group(MaskedRejects shown, Fault fault, Reject reject, Locale locale) {
        return shown.masked(reject).rules().stream().filter(fault::is).findFirst()
                .map(broken -> new Group(broken.column(), broken.name(), broken.rule(), fault.rows(), new Example(reject.row(),
                        shortened(shown.cell(reject, broken.column())), message(broken, locale))))
                .orElse(unexplained(fault));
    }

    private static Group unexplained(Fault fault) {
        return new Group(fault.column(), fault.column(), fault.rule(), fault.rows(), new Example(fault.first(), "", ""));
    }

    private static String message(BrokenRule broken, Locale locale) {
        return new Said(broken.message(), broken.english()).in(locale);
    }

    private static String shortened(String cell) {
        return cell.length() > LONGEST_EXAMPLE ? cell.substring(0, LONGEST_EXAMPLE) + "…" : cell;
    }
}
