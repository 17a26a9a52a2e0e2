package cn.publiccredit.subject.subjects.merge;

import cn.publiccredit.subject.subjects.Absorbed;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.subject.subjects.Unity;
import cn.publiccredit.support.work.Lease;
import cn.publiccredit.support.work.Task;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what was decided about a merger into the subjects that it concerns. Always what is decided now, whatever it was
 * started for, so that it may run as often as it likes and be killed anywhere.
 */
@Component
class Reflection implements Task {

    private final Merges merges;
    private final Subjects subjects;
    private final Clock clock;

    Reflection(Merges merges, Subjects subjects, Clock clock) {
        this.merges = merges;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public Next run(String id, Lease lease) {
        lease.requireHeld();
        reflect(id);
        return new Next.Done();
    }

    void reflect(String id) {
        Set<String> standing = new LinkedHashSet<>();
        upwards(mergedInto(id), standing);
        Set<String> former = new LinkedHashSet<>();
        merges.find(id).ifPresent(merge -> merge.earlier().forEach(into -> upwards(into, former)));
        former.removeAll(standing);
        // Whoever gains it first, then itself, then whoever loses it: at no moment does it lead to one that does not know it.
        List<String> inOrder = new ArrayList<>(new ArrayList<>(standing).reversed());
        inOrder.add(id);
        inOrder.addAll(former);
        for (String subject : inOrder) {
            subjects.unite(subject, this::unity);
        }
    }

    private void upwards(@Nullable String subject, Set<String> concerned) {
        String next = subject;
        while (next != null && concerned.add(next)) {
            next = mergedInto(next);
        }
    }

    private @Nullable String mergedInto(String subject) {
        return merges.find(subject).filter(merge -> merge.state().isEffective()).map(Merge::into).orElse(null);
    }

    private Unity unity(Subject known) {
        String subject = known.id();
        Map<String, Absorbed> absorbed = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(merges.into(subject));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (!next.equals(subject) && !absorbed.containsKey(next)) {
                subjects.absorbed(next).ifPresent(its -> absorbed.put(next, its));
                open.addAll(merges.into(next));
            }
        }
        return known.unity().then(mergedInto(subject), List.copyOf(absorbed.values()), clock.instant());
    }
}
