package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.personal.LookupHash;
import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.personal.rotation.SealedStore;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Whom a paper belongs to: the collection {@code personLookups}, keyed hash of the paper to the person's id, which means nothing
 * by itself. Besides stands the number, encrypted, so that a new look-up key needs nobody's help.
 *
 * <p>While a look-up key is being changed a person is found by either hash. A person whom nobody knew is written under the former
 * one first: replicas that know no other do the same, and the store lets only one of them be first.
 */
@Component
class PersonLookups implements SealedStore {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;
    private final LookupHash hashes;
    private final PersonalData personal;

    PersonLookups(MongoTemplate mongo, LookupHash hashes, PersonalData personal) {
        this.mongo = mongo;
        this.hashes = hashes;
        this.personal = personal;
    }

    /** The person that this paper belongs to; empty when nobody knows one. */
    Optional<String> find(Paper paper) {
        return Optional.ofNullable(persons(List.of(paper)).get(paper));
    }

    /** The persons that these papers belong to; those whom nobody knew get an id. */
    Map<Paper, String> idsOf(Set<Paper> papers) {
        if (papers.isEmpty()) {
            return Map.of();
        }
        Map<Paper, String> persons = persons(papers);
        List<Paper> unknown = papers.stream().filter(paper -> !persons.containsKey(paper)).toList();
        if (!unknown.isEmpty()) {
            insert(unknown.stream().map(paper -> document(all(paper).getLast(), newId(), paper)).toList());
            persons.putAll(persons(unknown));
            // Whoever was first, the others are found by the current hash, too.
            insert(unknown.stream().filter(paper -> all(paper).size() > 1)
                    .map(paper -> document(all(paper).getFirst(), Objects.requireNonNull(persons.get(paper)), paper)).toList());
        }
        return persons;
    }

    private Map<Paper, String> persons(Collection<Paper> papers) {
        Map<String, Paper> asked = new HashMap<>();
        papers.forEach(paper -> all(paper).forEach(hash -> asked.put(hash, paper)));
        Map<Paper, String> persons = new HashMap<>();
        lookups().find(Filters.in("_id", asked.keySet())).batchSize(1000).forEach(found ->
                persons.put(Objects.requireNonNull(asked.get(found.getString("_id"))), found.getString("person")));
        return persons;
    }

    private List<String> all(Paper paper) {
        return hashes.all(paper.type(), paper.number());
    }

    private Document document(String hash, String person, Paper paper) {
        return new Document("_id", hash).append("person", person).append("type", paper.type())
                .append("number", personal.sealedIdNumber(person, paper.number()));
    }

    private static String newId() {
        return "P" + UUID.randomUUID().toString().replace("-", "");
    }

    // One that is there already was written by somebody who was faster, and stands.
    private void insert(List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            lookups().insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private MongoCollection<Document> lookups() {
        return mongo.getCollection("personLookups");
    }

    @Override
    public String name() {
        return "personLookups";
    }

    @Override
    public Stretch reseal(@Nullable String after, int limit) {
        List<Document> read = lookups().find(after == null ? new Document() : Filters.gt("_id", after))
                .sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>());
        long changed = 0;
        for (Document lookup : read) {
            changed += renewed(lookup) ? 1 : 0;
        }
        return new Stretch(read.isEmpty() ? null : read.getLast().getString("_id"), changed);
    }

    /** Gives a person a hash with the current key, and takes a hash away that nobody looks by any more. */
    private boolean renewed(Document lookup) {
        String hash = lookup.getString("_id");
        String person = lookup.getString("person");
        String sealed = lookup.getString("number");
        Bson unchanged = Filters.and(Filters.eq("_id", hash), Filters.eq("number", sealed));
        Optional<String> resealed = personal.resealedIdNumber(person, sealed);
        boolean changed = resealed.isPresent()
                && lookups().updateOne(unchanged, Updates.set("number", resealed.get())).getMatchedCount() == 1;
        if (hashes.isCurrent(hash)) {
            return changed;
        }
        Paper paper = new Paper(lookup.getString("type"), personal.idNumber(person, sealed));
        String current = hashes.current(paper.type(), paper.number());
        if (lookups().find(Filters.eq("_id", current)).first() == null) {
            insert(List.of(document(current, person, paper)));
            changed = true;
        }
        if (!hashes.isUsed(hash)) {
            lookups().deleteOne(Filters.eq("_id", hash));
            changed = true;
        }
        return changed;
    }
}
