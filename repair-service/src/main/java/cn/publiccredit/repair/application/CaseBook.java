package cn.publiccredit.repair.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What cases mean for the question whether a record can be repaired. */
@Component
public class CaseBook {

    private final Cases cases;
    private final Clock clock;

    CaseBook(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** Of these records, all in force, those that are in a case: record id to case id. One that is done was about what came before. */
    public Map<String, String> casesOf(Collection<String> records) {
        return cases.holding(records).stream().filter(c -> c.state != CaseState.EFFECTIVE).collect(Collectors.toMap(c -> c.record.id(), c -> c.id));
    }

    /**
     * The last day on which the subject is barred because of false material; empty when it is not barred today.
     *
     * @param subject all ids of the subject: the bar holds under each
     */
    public Optional<LocalDate> barredUntil(Collection<String> subject) {
        return cases.barring(subject, LocalDate.now(clock)).stream()
                .map(repair -> repair.revocation)
                .filter(Objects::nonNull)
                .map(Revocation::barredUntil)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
