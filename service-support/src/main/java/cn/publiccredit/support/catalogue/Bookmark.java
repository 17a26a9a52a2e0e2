package cn.publiccredit.support.catalogue;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far the feed was followed, kept beside the copies: those in the store are at least as new.
 *
 * @param cursor where to go on
 * @param day the day on which all copies were last renewed
 */
@Document("catalogue_bookmark")
record Bookmark(@Id String id, String cursor, LocalDate day) {

    static final String ID = "changes";
}
