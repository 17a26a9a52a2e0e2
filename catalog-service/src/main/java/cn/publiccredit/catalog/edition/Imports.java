package cn.publiccredit.catalog.edition;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.publiccredit.catalog.content.Actor;
import cn.publiccredit.catalog.problem.CatalogProblem;
import cn.publiccredit.support.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Imports in the document store. */
@Component
class Imports {

    private final MongoTemplate mongo;

    Imports(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    EditionImport require(String id) {
        return find(id).orElseThrow(() -> CatalogProblem.IMPORT_UNKNOWN.with(id));
    }

    Optional<EditionImport> find(String id) {
        return Optional.ofNullable(mongo.findById(id, EditionImport.class));
    }

    /** By id, after this one, without their pieces' content. */
    List<EditionImport> after(String id, int limit) {
        Query query = query(where("_id").gt(id)).with(Sort.by("_id")).limit(limit);
        query.fields().exclude("pieces.json");
        return mongo.find(query, EditionImport.class);
    }

    /** Stores it; a repeated request finds what it stored before. */
    EditionImport add(EditionImport staged) {
        try {
            return mongo.insert(staged);
        } catch (DuplicateKeyException again) {
            return require(staged.id());
        }
    }

    /** Records the approval and that its versions are now to be written, in one write; empty when it was changed meanwhile. */
    Optional<EditionImport> approve(EditionImport staged, Actor approver, Instant at) {
        return decide(staged, new Update().set("state", EditionImport.State.PUBLISHING)
                .set("approver", approver).set("decidedAt", at).set("work", Work.dueAt(at)));
    }

    Optional<EditionImport> withdraw(EditionImport staged, Actor by, Instant at) {
        return decide(staged, new Update().set("state", EditionImport.State.WITHDRAWN)
                .set("approver", by).set("decidedAt", at));
    }

    private Optional<EditionImport> decide(EditionImport staged, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(staged.id()).and("state").is(EditionImport.State.STAGED)
                        .and("version").is(staged.version())),
                update.inc("version", 1), FindAndModifyOptions.options().returnNew(true), EditionImport.class));
    }

    /** Notes that a piece is not published; once, however often it is said. */
    void stopped(String id, EditionImport.Stopped stop) {
        mongo.updateFirst(query(where("_id").is(id).and("state").is(EditionImport.State.PUBLISHING)
                        .and("stopped.piece").ne(stop.piece())),
                new Update().push("stopped", stop), EditionImport.class);
    }

    /** All its versions are written, but those of pieces that were stopped. */
    void finished(String id) {
        mongo.updateFirst(query(where("_id").is(id).and("state").is(EditionImport.State.PUBLISHING)),
                new Update().set("state", EditionImport.State.PUBLISHED).inc("version", 1), EditionImport.class);
    }
}
