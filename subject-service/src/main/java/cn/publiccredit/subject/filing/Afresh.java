package cn.publiccredit.subject.filing;

import cn.publiccredit.support.problem.CommonProblem;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.OptimisticLockingFailureException;

/** Changes something that others may change meanwhile: what it has become decides whether there is anything left to change. */
public final class Afresh {

    private static final int ATTEMPTS = 10;

    private Afresh() {}

    /**
     * @param change gives the same where nothing is to be changed
     * @throws cn.publiccredit.support.problem.Problem 409 when others are quicker again and again
     */
    public static <T> void change(Supplier<Optional<T>> read, UnaryOperator<T> change, Consumer<T> save) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<T> found = read.get();
            Optional<T> changed = found.map(change).filter(after -> !after.equals(found.get()));
            if (changed.isEmpty()) {
                return;
            }
            try {
                save.accept(changed.get());
                return;
            } catch (OptimisticLockingFailureException quicker) {
                // Read again.
            }
        }
        throw CommonProblem.CONFLICT.with();
    }
}
