package cn.publiccredit.subject.performance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last breach of a contract.
 *
 * @param index its place among the events
 * @param remedy by which it was put right; null while it stands
 */
record Fault(int index, Event breach, @Nullable Event remedy) {

    /** The last one among the first events, as things stood after them; empty when there was none. */
    static Optional<Fault> among(List<Event> first) {
        Event remedy = null;
        for (int i = first.size() - 1; i >= 0; i--) {
            Event event = first.get(i);
            switch (event.kind()) {
                case BREACHED -> {
                    return Optional.of(new Fault(i, event, remedy));
                }
                case REMEDIED -> remedy = event;
                case REGISTERED, FULFILLED, CONFIRMED, DISMISSED, PAID, SETTLED -> { }
            }
        }
        return Optional.empty();
    }
}
