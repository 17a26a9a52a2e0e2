package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.personal.rotation.SealedStore;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Persons' id numbers, for when the key changes. */
@Component
class SealedSubjects implements SealedStore {

    private final SubjectStore store;
    private final PersonalData personal;

    SealedSubjects(SubjectStore store, PersonalData personal) {
        this.store = store;
        this.personal = personal;
    }

    @Override
    public String name() {
        return "subjects";
    }

    @Override
    public Stretch reseal(@Nullable String after, int limit) {
        List<Subject> read = store.subjects().find(after == null ? new Document() : Filters.gt("_id", after))
                .sort(Sorts.ascending("_id")).limit(limit).map(SubjectDocuments::subject).into(new ArrayList<>());
        List<Subject> changed = new ArrayList<>();
        for (Subject subject : read) {
            String sealed = subject.sealedIdNumber();
            if (sealed != null) {
                Optional<String> anew = personal.resealedIdNumber(subject.id(), sealed);
                anew.ifPresent(number -> changed.add(subject.resealed(number)));
            }
        }
        if (!changed.isEmpty()) {
            store.write(changed);
        }
        return new Stretch(read.isEmpty() ? null : read.getLast().id(), changed.size());
    }
}
