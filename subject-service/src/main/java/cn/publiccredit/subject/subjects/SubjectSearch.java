package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.Place;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.subject.subjects.Found.Hit;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Organisations and individual businesses by a part of their name or the beginning of their code, in the order of ids.
 *
 * <p>No index has the order of ids within a beginning, so that matches have to be sorted. Where there are too many for that,
 * only names that begin with the question are listed, in the order of the index of names; so are all subjects of a division. Codes lie in
 * one order only, so that of a division's some are looked at, and the rest with the next page.
 */
@Component
public class SubjectSearch {

    private static final Pattern CODE_BEGINNING = Pattern.compile("[0-9A-Z]{6,18}");
    private static final int CODE = 18;
    private static final int AT_A_TIME = 500;
    /** The last character there is, in the order of stores: rare characters of names lie behind all those of two bytes. */
    private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);
    private static final Comparator<Subject> BY_NAME = Comparator.comparing(
            (Subject subject) -> Names.key(subject.name()).codePoints().toArray(), Arrays::compare).thenComparing(Subject::id);

    private final SubjectStore store;
    private final Subjects subjects;
    private final SearchSettings settings;

    SubjectSearch(SubjectStore store, Subjects subjects, SearchSettings settings) {
        this.store = store;
        this.subjects = subjects;
        this.settings = settings;
    }

    /** A place in one of the two orders. @param name empty in the order of ids */
    private record Position(String name, String id) {

        static Position of(Cursor cursor) {
            return new Position(cursor.first(), cursor.values().get(1));
        }
    }

    /**
     * @param question null or blank for all
     * @param within only those that concern this division; null for all
     */
    public Found find(@Nullable String question, @Nullable Division within, Paging paging) {
        String asked = question == null ? "" : question.strip();
        Position after = paging.cursor(2).map(Position::of).orElse(null);
        if (asked.isEmpty() && within != null) {
            return new Found(beginning("", within, after, paging.limitPlusOne()), false);
        }
        Optional<Bson> codes = codes(asked.toUpperCase(Locale.ROOT));
        if (codes.isPresent()) {
            return byCode(codes.get(), asked.toUpperCase(Locale.ROOT), within, after, paging.limitPlusOne());
        }
        String key = key(asked);
        if (after != null && !after.name().isEmpty()) {
            return new Found(beginning(key, within, after, paging.limitPlusOne()), true);
        }
        List<String> matching = matching(key);
        boolean tooMany = matching.size() > settings.mostSorted();
        return after == null && tooMany
                ? new Found(beginning(key, within, null, paging.limitPlusOne()), true)
                : new Found(containing(key, matching, within, after, paging.limitPlusOne()), tooMany);
    }

    private static Optional<Bson> codes(String asked) {
        if (asked.isEmpty()) {
            return Optional.of(Filters.gt("_id", ""));
        }
        if (asked.length() == CODE && UnifiedSocialCreditCode.hasShape(asked)) {
            return Optional.of(Filters.eq("_id", asked));
        }
        return CODE_BEGINNING.matcher(asked).matches() && Character.isDigit(asked.charAt(0))
                ? Optional.of(Filters.and(Filters.gte("_id", asked), Filters.lt("_id", asked + AFTER_ALL)))
                : Optional.empty();
    }

    private static String key(String asked) {
        String key = Names.key(asked);
        if (key.length() < Names.SHORTEST) {
            throw CommonProblem.INVALID.with().violating("q", "length",
                    "请输入至少两个字的名称，或统一社会信用代码。",
                    "Give at least two characters of the name, or a unified social credit code.");
        }
        return key;
    }

    private Found byCode(Bson codes, String asked, @Nullable Division within, @Nullable Position after, int limit) {
        List<Hit> hits = new ArrayList<>();
        String last = after == null ? "" : after.id();
        int looked = 0;
        int atATime = within == null ? limit : Math.min(Math.max(limit, AT_A_TIME), settings.mostLooked());
        while (true) {
            Bson wanted = Filters.and(Filters.ne("kind", SubjectKind.PERSON.name()), codes, Filters.gt("_id", last));
            List<Subject> all = store.subjects().find(wanted).sort(Sorts.ascending("_id")).limit(atATime)
                    .map(SubjectDocuments::subject).into(new ArrayList<>());
            List<Subject> read = within == null ? all : all.stream().filter(subject -> subject.concerns(within)).toList();
            Map<String, Subject> standing = subjects.standing(read);
            for (Subject subject : read) {
                Subject shown = standing.getOrDefault(subject.id(), subject);
                // A merged subject leads to the one that stands for it, unless that is in the list anyway.
                if (!subject.isMerged() || !shown.id().startsWith(asked)) {
                    hits.add(new Hit(Cursor.at("", subject.id()), shown));
                }
                if (hits.size() == limit) {
                    return new Found(hits, false);
                }
            }
            if (all.size() < atATime) {
                return new Found(hits, false);
            }
            last = all.getLast().id();
            looked += all.size();
            if (within != null && looked >= settings.mostLooked()) {
                return new Found(hits, false, Cursor.at("", last));
            }
        }
    }

    /** Ids of subjects with this anywhere in their names, one more than are sorted at most. */
    private List<String> matching(String key) {
        String token = key.substring(0, Math.min(key.length(), Names.TOKEN));
        // Told which index, an engine stops at the limit; left to itself one gathered all matches first.
        List<String> alike = store.subjects()
                .find(Filters.elemMatch("tokens", new Document("$gte", token).append("$lt", token + AFTER_ALL)))
                .hint(SubjectStore.TOKENS).projection(Projections.include("_id")).limit(settings.mostSorted() + 1)
                .map(found -> found.getString("_id")).into(new ArrayList<>());
        if (key.length() <= Names.TOKEN || alike.size() > settings.mostSorted()) {
            return alike;
        }
        return store.subjects().find(Filters.and(Filters.in("_id", alike), Filters.regex("keys", Pattern.quote(key))))
                .projection(Projections.include("_id")).map(found -> found.getString("_id")).into(new ArrayList<>());
    }

    private List<Hit> containing(
            String key, List<String> matching, @Nullable Division within, @Nullable Position after, int limit) {
        List<String> ids = matching.stream().sorted().filter(id -> after == null || id.compareTo(after.id()) > 0).toList();
        List<Hit> hits = new ArrayList<>();
        for (int from = 0; from < ids.size() && hits.size() < limit; from += limit) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + limit));
            Map<String, Subject> read = store.findAll(some);
            List<Subject> wanted = some.stream().filter(read::containsKey).map(read::get)
                    .filter(subject -> subject.allNames().anyMatch(name -> Names.key(name).contains(key)))
                    .filter(subject -> within == null || subject.concerns(within)).toList();
            hits.addAll(hits(wanted, subject -> Cursor.at("", subject.id())));
        }
        return hits.size() > limit ? hits.subList(0, limit) : hits;
    }

    private List<Hit> beginning(String key, @Nullable Division within, @Nullable Position after, int limit) {
        if (within == null) {
            return hits(read(beginningWith(key, after), SubjectStore.BEGINNINGS, limit));
        }
        List<Subject> all = new ArrayList<>();
        all.addAll(read(Filters.and(Place.in(within), beginningWith(key, after)), SubjectStore.beginningsIn(Place.field(within)), limit));
        all.addAll(read(Filters.and(Filters.eq(SubjectStore.ELSEWHERE, within.code()), beginningWith(key, after)),
                SubjectStore.BEGINNINGS_ELSEWHERE, limit));
        return hits(all.stream().sorted(BY_NAME).limit(limit).toList());
    }

    private static Bson beginningWith(String key, @Nullable Position after) {
        Bson below = Filters.lt(SubjectStore.BEGINNING, key + AFTER_ALL);
        return after == null
                ? Filters.and(Filters.gte(SubjectStore.BEGINNING, key), below)
                : Filters.and(Filters.gte(SubjectStore.BEGINNING, after.name()), below,
                        Filters.or(Filters.gt(SubjectStore.BEGINNING, after.name()), Filters.gt("_id", after.id())));
    }

    private List<Subject> read(Bson wanted, Bson index, int limit) {
        return store.subjects().find(wanted).hint(index).sort(Sorts.ascending(SubjectStore.BEGINNING, "_id"))
                .limit(limit).map(SubjectDocuments::subject).into(new ArrayList<>());
    }

    private List<Hit> hits(List<Subject> read) {
        return hits(read, subject -> Cursor.at(Names.key(subject.name()), subject.id()));
    }

    private List<Hit> hits(List<Subject> read, Function<Subject, Cursor> position) {
        Map<String, Subject> standing = subjects.standing(read);
        return read.stream()
                .map(subject -> new Hit(position.apply(subject), standing.getOrDefault(subject.id(), subject))).toList();
    }
}
