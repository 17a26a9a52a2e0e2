package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.ItemPrivacy;
import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import cn.publiccredit.subject.personal.KeyedHash;
import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes from rows what their records would say: identity, hash, publicity. */
@Component
class Drafting {

    private final RecordIds ids;
    private final ItemPrivacies items;
    private final PersonalData personal;
    private final Masks masks;
    private final KeyedHash hashes;
    private final PublicitySettings settings;

    Drafting(
            RecordIds ids, ItemPrivacies items, PersonalData personal, Masks masks, KeyedHash hashes, PublicitySettings settings) {
        this.ids = ids;
        this.settings = settings;
        this.items = items;
        this.personal = personal;
        this.masks = masks;
        this.hashes = hashes;
    }

    List<Draft> drafts(IntakeContext context, List<IncomingRecord> rows, List<String> subjects) {
        List<RecordIds.Kept> records = ids.of(context, rows);
        ItemPrivacy item = items.ofRecord(context.item().code());
        List<Draft> drafts = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            IncomingRecord row = rows.get(i);
            String id = records.get(i).id();
            String hash = row.operation() == Operation.WITHDRAW ? "" : hash(row);
            drafts.add(new Draft(i, id, records.get(i).underOther(), row.rowNumber(), row.operation(), reason(row), subjects.get(i), row.subject().kind(), item.disclosure(), hash,
                    new Draft.Telling(row.severity(), row.publicityFrom(), row.repairedOn() != null),
                    () -> content(context, item, id, row, hash)));
        }
        return drafts;
    }

    // It is no part of the data and stands in every view of the record: nobody needs the number that is in it.
    private @Nullable String reason(IncomingRecord row) {
        return row.reason() == null ? null : masks.inText(row.reason());
    }

    private Content content(IntakeContext context, ItemPrivacy item, String id, IncomingRecord row, String hash) {
        PublicityRule rule = row.publicity();
        boolean person = row.subject().kind() == SubjectKind.PERSON;
        LocalDate document = row.documentDate() == null
                ? LocalDate.ofInstant(context.receivedAt(), TimeConfiguration.ZONE)
                : row.documentDate();
        LocalDate dated = row.publicityFrom() == null ? row.documentDate() : row.publicityFrom();
        LocalDate until = until(rule, dated == null ? document : dated, row.publicUntil());
        LocalDate repaired = row.repairedOn();
        return new Content(
                context.item().version(), row.subject().name(), personal.sealed(id, item, row.data()), row.severity(),
                row.documentDate(), row.documentNumber(), row.authority(), row.authorityUscc(), row.validFrom(),
                row.validTo(),
                rule.shown() && item.disclosure() == Disclosure.PUBLIC
                        && (!person || (rule.personsShown() && !settings.isMinor(row.subject(), document))),
                repaired == null ? until : earlier(until, repaired.minusDays(1)),
                dated == null ? null : dated.plusMonths(rule.shortestMonths()),
                repaired == null ? null : new Content.Repair(repaired, until),
                hash);
    }

    // The source may ask for a shorter time than the rule's longest, never for a longer one.
    private static @Nullable LocalDate until(PublicityRule rule, LocalDate counted, @Nullable LocalDate asked) {
        LocalDate longest = rule.longestMonths() == null ? null : counted.plusMonths(rule.longestMonths());
        return asked == null ? longest : earlier(longest, asked);
    }

    /** @param end null for no end */
    private static LocalDate earlier(@Nullable LocalDate end, LocalDate day) {
        return end == null || day.isBefore(end) ? day : end;
    }

    private String hash(IncomingRecord row) {
        Map<String, String> sorted = new TreeMap<>(row.data());
        List<String> parts = new ArrayList<>(sorted.size() * 2 + 1);
        parts.add(row.severity().name());
        sorted.forEach((column, value) -> {
            parts.add(column);
            parts.add(value);
        });
        return hashes.of(parts.toArray(String[]::new));
    }
}
