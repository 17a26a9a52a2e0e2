package cn.publiccredit.support.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One link of a writer's chain.
 *
 * @param id writer and sequence number, sortable as text
 * @param writer one running process of one service
 * @param sequence 0 for the writer's opening entry, then 1, 2, 3 …
 * @param previous hash of the entry before; of the writer's name for the opening entry
 * @param hash SHA-256 over all other fields and {@code previous}, hexadecimal
 * @param anchors in an opening entry: the last hashes of the chains seen before, so that a chain cannot vanish as a whole
 */
@Document("audit")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntry(
        @Id String id,
        String writer,
        long sequence,
        Instant at,
        @Nullable String actor,
        @Nullable String actorName,
        @Nullable String client,
        @Nullable String division,
        @Nullable String org,
        String action,
        @Nullable String purpose,
        @Nullable String matter,
        @Nullable String consent,
        @Nullable String legalBasis,
        @Nullable String subject,
        List<String> items,
        @Nullable String target,
        String outcome,
        @Nullable String trace,
        List<String> anchors,
        String previous,
        String hash) {

    static String id(String writer, long sequence) {
        return writer + "/" + "%012d".formatted(sequence);
    }

    AuditEntry hashed() {
        return new AuditEntry(id, writer, sequence, at, actor, actorName, client, division, org, action, purpose, matter,
                consent, legalBasis, subject, items, target, outcome, trace, anchors, previous, ChainHash.of(this));
    }
}
