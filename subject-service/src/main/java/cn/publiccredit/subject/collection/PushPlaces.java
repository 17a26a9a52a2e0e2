package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.support.problem.Problem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What is pushed is held in memory until it is written: not too many at a time, and none is read before it has a place. */
@Component
class PushPlaces {

    private final Semaphore free;
    private final CollectionSettings settings;

    PushPlaces(CollectionSettings settings) {
        this.free = new Semaphore(settings.pushesAtATime(), true);
        this.settings = settings;
    }

    /** Somebody's place until it is closed. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * A place, after a short wait if need be.
     *
     * @throws Problem 503 when none becomes free
     */
    Place take() {
        try {
            if (free.tryAcquire(settings.pushPatience().toNanos(), TimeUnit.NANOSECONDS)) {
                return free::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SubjectProblem.PUSHES_BUSY.with().because(e);
        }
        throw SubjectProblem.PUSHES_BUSY.with();
    }
}
