package cn.publiccredit.listing.rulebook;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last good copy of a rule book, kept over restarts.
 *
 * @param id which book, such as {@code measures} or {@code calendar-2026}
 * @param json the book as it was answered
 * @param fetchedAt when the catalogue answered it
 */
@Document("rulebook")
record KeptBook(@Id String id, String json, Instant fetchedAt) {}
