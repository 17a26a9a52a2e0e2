package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.support.problem.CommonProblem;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All subjects, for the features that show them. They answer for who may see what. */
@Component
public class Subjects {

    private static final int ATTEMPTS = 10;

    /** More removes than people would ever approve; ends a walk over a chain that is just being changed. */
    private static final int MOST_REMOVES = 10;

    private final SubjectStore store;
    private final Identity identity;

    Subjects(SubjectStore store, Identity identity) {
        this.store = store;
        this.identity = identity;
    }

    /** The subject of this id; where it was merged, the one that stands for it. */
    public Optional<Subject> find(String id) {
        return store.find(id).flatMap(this::standing);
    }

    /** The subject of this very id, merged or not. */
    public Optional<Subject> findItself(String id) {
        return store.find(id);
    }

    private Optional<Subject> standing(Subject subject) {
        return subject.isMerged()
                ? Optional.ofNullable(standing(List.of(subject)).get(subject.id()))
                : Optional.of(subject);
    }

    /**
     * By each subject's own id the one that stands for it. Two documents say so; read while a merger is being undone they may
     * not fit, and are read again: the answer is how it was before or how it is after.
     */
    Map<String, Subject> standing(Collection<Subject> subjects) {
        Map<String, Subject> standing = walked(subjects);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Set<String> torn = standing.entrySet().stream().filter(e -> !e.getValue().ids().contains(e.getKey()))
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
            if (torn.isEmpty()) {
                return standing;
            }
            standing.putAll(walked(store.findAll(torn).values()));
        }
        throw CommonProblem.CONFLICT.with();
    }

    /** A read more for each remove, and none where none is merged. */
    private Map<String, Subject> walked(Collection<Subject> subjects) {
        Map<String, Subject> standing = new LinkedHashMap<>();
        subjects.forEach(subject -> standing.put(subject.id(), subject));
        for (int remove = 0; remove < MOST_REMOVES; remove++) {
            Set<String> wanted = standing.values().stream().filter(Subject::isMerged)
                    .map(s -> Objects.requireNonNull(s.unity().mergedInto())).collect(Collectors.toSet());
            if (wanted.isEmpty()) {
                break;
            }
            Map<String, Subject> next = store.findAll(wanted);
            standing.replaceAll((id, subject) -> subject.isMerged()
                    ? next.getOrDefault(Objects.requireNonNull(subject.unity().mergedInto()), subject)
                    : subject);
        }
        return standing;
    }

    private List<Subject> standingOf(List<Subject> found) {
        Map<String, Subject> distinct = standing(found).values().stream()
                .collect(Collectors.toMap(Subject::id, s -> s, (one, same) -> one, LinkedHashMap::new));
        // While a decision is being carried out one that another stands for may still be found beside it.
        Set<String> absorbed = distinct.values().stream().flatMap(s -> s.unity().absorbed().stream())
                .map(Absorbed::id).collect(Collectors.toSet());
        return distinct.values().stream().filter(s -> !absorbed.contains(s.id())).toList();
    }

    /** By each of these ids all ids of the subject that stands for it, its own first; an id that nobody has is alone. */
    public Map<String, Set<String>> identities(Collection<String> ids) {
        Map<String, Subject> standing = standing(store.findAll(ids).values());
        Map<String, Set<String>> identities = new LinkedHashMap<>();
        ids.forEach(id -> {
            Subject subject = standing.get(id);
            identities.put(id, subject == null ? Set.of(id) : subject.ids());
        });
        return identities;
    }

    /** All ids of the subject that this id leads to; the id alone where nobody has it. */
    public Set<String> identity(String id) {
        return find(id).map(Subject::ids).orElseGet(() -> Set.of(id));
    }

    /** The id of the person with this id card number, who gets one if nobody knew that person; empty when the text is none. */
    public Optional<String> idOfPerson(String number) {
        return identity.anyPersonByIdCard(number);
    }

    /** The person with this id card number; empty when the text is none or the person unknown. */
    public Optional<Subject> personByIdCard(String number) {
        return identity.personByIdCard(number).flatMap(this::find);
    }

    /** Subjects with these codes, by code asked for; persons are not found by anything that is not theirs alone. */
    Map<String, Subject> byCode(Set<String> codes) {
        return standing(store.find(Filters.in("_id", codes)).stream().filter(s -> !s.isPerson()).toList());
    }

    /** Subjects that bear, or bore, one of these names to the letter; for persons see {@link #byCode}. */
    List<Subject> byExactName(Set<String> names) {
        // By the index of the comparison keys, of which the few others with the same one are dropped: one index less to write.
        Set<String> keys = names.stream().map(Names::key).collect(Collectors.toSet());
        return byNameKey(keys).stream().filter(subject -> subject.allNames().anyMatch(names::contains)).toList();
    }

    /** Subjects that bear, or bore, a name with one of these comparison keys. */
    List<Subject> byNameKey(Set<String> keys) {
        return keys.isEmpty() ? List.of() : withoutPersons(Filters.in("keys", keys));
    }

    private List<Subject> withoutPersons(Bson filter) {
        return standingOf(store.find(Filters.and(filter, Filters.ne("kind", SubjectKind.PERSON.name()))));
    }

    /**
     * Writes what is decided about a subject's being one with others.
     *
     * @param unity what is decided, asked for after the subject was read, so that the last writer knows the last decision
     */
    public void unite(String id, Function<Subject, Unity> unity) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Subject subject = store.find(id).orElseThrow(SubjectProblem.SUBJECT_NOT_FOUND::with);
            // Written even when nothing changes: whoever read the subject before loses against its version.
            if (store.write(List.of(subject.united(unity.apply(subject))))) {
                return;
            }
        }
        throw CommonProblem.CONFLICT.with();
    }

    /** What the one that stands for this subject has to know of it. */
    public Optional<Absorbed> absorbed(String id) {
        return store.find(id).map(Subject::absorbed);
    }

    /** Organisations and individual businesses that stand for themselves, in the order of their ids. */
    public List<Subject> standingAfter(@Nullable String after, int limit) {
        return standing(new ArrayList<>(), after, limit);
    }

    /** Those of them that became one with others, or were separated, at this moment or later. */
    public List<Subject> unitedSince(Instant since, @Nullable String after, int limit) {
        return standing(new ArrayList<>(List.of(Filters.gte(SubjectStore.UNITED, Date.from(since)))), after, limit);
    }

    private List<Subject> standing(List<Bson> all, @Nullable String after, int limit) {
        all.add(Filters.ne("kind", SubjectKind.PERSON.name()));
        all.add(Filters.exists("mergedInto", false));
        if (after != null) {
            all.add(Filters.gt("_id", after));
        }
        return store.subjects().find(Filters.and(all)).sort(Sorts.ascending("_id")).limit(limit)
                .map(SubjectDocuments::subject).into(new ArrayList<>());
    }
}
