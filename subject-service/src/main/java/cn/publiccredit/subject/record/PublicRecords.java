package cn.publiccredit.subject.record;

import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The records that are public on a day. The query itself decides, so nothing has to run at midnight. */
@Component
public class PublicRecords {

    private final RecordStore store;
    private final PublicitySettings settings;

    PublicRecords(RecordStore store, PublicitySettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Which ones are wanted; null for any.
     *
     * @param subjects all ids of one subject
     */
    public record Wanted(@Nullable String item, @Nullable Division division, @Nullable Set<String> subjects) {}

    /** Newest document first; one more than the page shows. */
    public List<CreditRecord> find(Wanted wanted, LocalDate day, Paging paging) {
        Bson index = index(wanted);
        Bson filter = Filters.and(filters(wanted, day));
        Optional<Cursor> cursor = paging.cursor(2);
        if (cursor.isEmpty()) {
            return read(filter, index, paging.limitPlusOne());
        }
        // The rest of a day, then the days before it: as one question, what was shown of the day would be gone through again.
        String order = cursor.get().values().get(0);
        String id = cursor.get().values().get(1);
        List<CreditRecord> found = new ArrayList<>(
                read(Filters.and(filter, Filters.eq("order", order), Filters.lt("_id", id)), index, paging.limitPlusOne()));
        if (found.size() < paging.limitPlusOne()) {
            found.addAll(read(Filters.and(filter, Filters.lt("order", order)), index, paging.limitPlusOne() - found.size()));
        }
        return found;
    }

    private List<CreditRecord> read(Bson filter, Bson index, int limit) {
        return store.records().find(filter).hint(index).sort(Sorts.descending("order", "_id")).limit(limit)
                .map(RecordDocuments::record).into(new ArrayList<>());
    }

    /**
     * How many there are.
     *
     * @param more whether there are more than that, and counting ended there
     */
    public record Count(long number, boolean more) {}

    /** How many there are in all, counted up to {@link PublicitySettings#mostCounted()}: nobody can have all records read. */
    public Count count(Wanted wanted, LocalDate day) {
        CountOptions options = new CountOptions().hint(index(wanted)).limit(settings.mostCounted() + 1);
        long counted = store.records().countDocuments(Filters.and(filters(wanted, day)), options);
        return counted > settings.mostCounted() ? new Count(settings.mostCounted(), true) : new Count(counted, false);
    }

    // Named, because nearly all records are open: an engine that takes that for the better beginning reads all that there are. One
    // that counts stops at the limit only when told which index.
    private Bson index(Wanted wanted) {
        if (wanted.subjects() != null) {
            return RecordStore.BY_SUBJECT;
        }
        boolean ofAnyItem = wanted.item() == null;
        if (wanted.division() == null) {
            return ofAnyItem ? RecordStore.OPEN : RecordStore.OPEN_OF_ITEM;
        }
        return switch (Place.field(wanted.division())) {
            case Place.COUNTY -> RecordStore.OPEN_IN_COUNTY;
            case Place.CITY -> ofAnyItem ? RecordStore.OPEN_IN_CITY : RecordStore.OPEN_OF_ITEM_IN_CITY;
            // Nearly all records of an item are of the platform's own province, and none or few of another.
            default -> ofAnyItem || hasFew(wanted.division()) ? RecordStore.OPEN_IN_PROVINCE : RecordStore.OPEN_OF_ITEM;
        };
    }

    private boolean hasFew(Division province) {
        CountOptions options = new CountOptions().hint(RecordStore.OPEN_IN_PROVINCE).limit(settings.fewOfProvince() + 1);
        Bson open = Filters.and(Filters.eq("open", true), Place.in(province));
        return store.records().countDocuments(open, options) <= settings.fewOfProvince();
    }

    private static List<Bson> filters(Wanted wanted, LocalDate day) {
        List<Bson> all = onDay(day);
        if (wanted.subjects() != null) {
            all.add(RecordStore.ofSubjects(wanted.subjects()));
        }
        if (wanted.item() != null) {
            all.add(Filters.eq("item", wanted.item()));
        }
        if (wanted.division() != null) {
            all.add(Place.in(wanted.division()));
        }
        return all;
    }

    /** The record, if it is public on this day. */
    public Optional<CreditRecord> find(String id, LocalDate day) {
        return store.find(id).filter(record -> record.isPublicOn(day));
    }

    /** How many records of a subject, under all its ids, are public on this day, by item. */
    public Map<String, Integer> counts(Set<String> subjects, LocalDate day) {
        List<Bson> all = onDay(day);
        all.add(RecordStore.ofSubjects(subjects));
        Map<String, Integer> counts = new TreeMap<>();
        store.records().aggregate(List.of(
                        Aggregates.match(Filters.and(all)),
                        Aggregates.group("$item", Accumulators.sum("count", 1))))
                .hint(RecordStore.BY_SUBJECT)
                .forEach(group -> counts.put(group.getString("_id"), group.get("count", Number.class).intValue()));
        return counts;
    }

    private static List<Bson> onDay(LocalDate day) {
        List<Bson> all = new ArrayList<>();
        all.add(Filters.eq("open", true));
        all.add(Filters.gte("until", day.toString()));
        return all;
    }
}
