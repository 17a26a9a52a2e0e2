package cn.publiccredit.subject.subjects;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the register calls subjects, for whoever compares names; stubs have no registered name. */
@Component
public class RegisteredNames {

    private final SubjectStore store;

    RegisteredNames(SubjectStore store) {
        this.store = store;
    }

    /** Registered names by credit code; codes that the register has not told of are missing. */
    public Map<String, String> of(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        store.subjects()
                .find(Filters.and(Filters.in("_id", codes), Filters.eq("status", Subject.Status.ACTIVE.name())))
                .projection(Projections.include("name")).batchSize(1000)
                .forEach(subject -> names.put(subject.getString("_id"), subject.getString("name")));
        return names;
    }

    /** Whether two names differ in spelling at most. */
    public static boolean areAlike(String one, String other) {
        return one.equals(other) || Names.key(one).equals(Names.key(other));
    }
}
