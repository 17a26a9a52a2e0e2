package cn.publiccredit.support.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * New ids that are the same again when the same keyed request is run again after a crash.
 *
 * <p>Whoever creates something inserts it under such an id and, on a duplicate key, answers with what is already there: so a
 * process killed between its write and its answer doubles nothing.
 */
public final class RequestIds {

    static final String ATTRIBUTE = RequestIds.class.getName();

    RequestIds() {}

    /** The n-th id that a keyed request asked for. */
    static final class Sequence {

        private final String request;
        private final AtomicInteger asked = new AtomicInteger();

        Sequence(String request) {
            this.request = request;
        }

        String next() {
            String name = request + "/" + asked.getAndIncrement();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    /** A new id: 36 characters, random unless the current request carries an Idempotency-Key. */
    public String next() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object sequence = request == null
                ? null
                : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return sequence instanceof Sequence keyed ? keyed.next() : UUID.randomUUID().toString();
    }
}
