package cn.publiccredit.repair.calendar;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** The last good copy of one of the catalogue's rule books, as JSON. */
@Document("rule_books")
record KeptBook(@Id String name, String json, Instant fetchedAt) {}
