package cn.publiccredit.support.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A request that carried an Idempotency-Key, and its answer once it is there.
 *
 * @param id hash over caller, method, path and key
 * @param bodyHash SHA-256 of the body; null while the body is still being read
 * @param status HTTP status of the answer; null while the request is being worked on
 * @param busyUntil until when another request with the key must wait for the answer
 * @param expiresAt when the key is forgotten
 */
@Document("idempotency")
record KeyedRequest(
        @Id String id,
        @Nullable String bodyHash,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        byte @Nullable [] body,
        Instant busyUntil,
        Instant expiresAt) {

    static KeyedRequest begun(String id, Instant busyUntil, Instant expiresAt) {
        return new KeyedRequest(id, null, null, null, null, null, null, busyUntil, expiresAt);
    }

    boolean isAnswered() {
        return status != null;
    }
}
