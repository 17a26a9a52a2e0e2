package cn.publiccredit.subject.performance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last breach of a contract that was not found in error.
 *
 * @param index its place among the events
 * @param remedy by which it was put right; null while it stands
 */
record Fault(int index, Event breach, @Nullable Event remedy) {

    /** The last one among the first events, as things stood after them; empty when there was none. */
    static Optional<Fault> among(List<Event> first) {
        Event remedy = null;
        int annulled = 0;
        for (int i = first.size() - 1; i >= 0; i--) {
            Event event = first.get(i);
            switch (event.kind()) {
                case BREACH_ANNULLED -> annulled++;
                case REMEDIED, REPAIRED -> remedy = event;
                case BREACHED -> {
                    if (annulled == 0) {
                        return Optional.of(new Fault(i, event, remedy));
                    }
                    annulled--;
                    remedy = null;
                }
                case REGISTERED, FULFILLED, AMENDED, CONFIRMED, DISMISSED, PAID, SETTLED, ANNULLED -> { }
            }
        }
        return Optional.empty();
    }
}
