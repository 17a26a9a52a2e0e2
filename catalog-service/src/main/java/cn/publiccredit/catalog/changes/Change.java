package cn.publiccredit.catalog.changes;

import cn.publiccredit.catalog.content.Canonical;
import cn.publiccredit.catalog.content.Kind;
import cn.publiccredit.catalog.content.StoredVersion;
import cn.publiccredit.support.web.Cursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One line of the feed: a version was published or retired.
 *
 * @param sequence 1, 2, 3 …: without gaps, in the order of the feed
 * @param key tells the change from every other, so that none is told twice
 * @param at when it was decided
 */
@Document("catalogue_changes")
record Change(
        @Id long sequence,
        @JsonIgnore String key,
        Kind kind,
        String code,
        int version,
        What change,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate retiredFrom,
        Instant at) {

    enum What { PUBLISHED, RETIRED }

    /** The change of this version, not numbered yet. */
    static Change of(StoredVersion version, What what, Instant at) {
        return new Change(0, version.id() + "#" + what, version.kind(), version.code(), version.version(), what,
                version.effectiveFrom(), version.effectiveTo(), what == What.RETIRED ? version.retiredFrom() : null, at);
    }

    /** Where the feed goes on after this change: its number, and enough of the change to know it again. */
    Cursor place() {
        String mark = Canonical.sha256((key + at).getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        return Cursor.at(Long.toString(sequence), mark);
    }

    Change numbered(long number) {
        return new Change(number, key, kind, code, version, change, effectiveFrom, effectiveTo, retiredFrom, at);
    }
}
