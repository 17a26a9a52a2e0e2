package cn.publiccredit.subject.subjects.merge;

import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.record.Records;
import cn.publiccredit.subject.subjects.Absorbed;
import cn.publiccredit.subject.subjects.RegisteredView;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lays two codes side by side that are, or may be, one subject's. Whoever looks leaves a trace with both. */
@Component
class Comparing {

    private static final String ACTION = "merge.compare";

    private final Merging merging;
    private final Records records;
    private final Masks masks;
    private final AuditTrail trail;

    Comparing(Merging merging, Records records, Masks masks, AuditTrail trail) {
        this.merging = merging;
        this.records = records;
        this.masks = masks;
        this.trail = trail;
    }

    /** @throws cn.publiccredit.support.problem.Problem 422 as for a proposal of these two */
    Comparison compare(Caller caller, String subject, String into, Purpose purpose) {
        Merging.Pair pair = merging.pair(caller, subject.strip(), into.strip());
        Comparison comparison = new Comparison(side(pair.subject()), side(pair.into()));
        trail.record(List.of(trace(caller, pair.subject(), pair.into(), purpose, comparison.subject().records()),
                trace(caller, pair.into(), pair.subject(), purpose, comparison.into().records())));
        return comparison;
    }

    private Comparison.Side side(Subject s) {
        boolean person = s.isPerson();
        return new Comparison.Side(s.id(), s.kind(), person ? masks.name(s.name()) : s.name(),
                person ? List.of() : s.names().stream().map(Subject.Name::name).distinct().toList(),
                s.division() == null ? null : s.division().code(), s.status(),
                person ? null : RegisteredView.of(s.registered()),
                s.unity().absorbed().stream().map(Absorbed::id).toList(), records.counts(s.ids()));
    }

    private static Access trace(Caller caller, Subject subject, Subject other, Purpose purpose, Map<String, Integer> seen) {
        return Access.allowed(caller, ACTION).purpose(purpose).subject(subject.id()).target(other.id())
                .items(new ArrayList<>(seen.keySet()));
    }
}
