package cn.publiccredit.subject.subjects;

import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From codes and names to subjects: at most three reads, however many are asked for. */
@Component
class Resolution {

    private final Subjects subjects;

    Resolution(Subjects subjects) {
        this.subjects = subjects;
    }

    /** One question, by code or by name. */
    record Query(@Nullable String uscc, @Nullable String name) {

        /** The code as it is kept; null when the question is by name. */
        @Nullable String code() {
            return uscc == null || uscc.isBlank()
                    ? null
                    : UnifiedSocialCreditCode.parse(uscc).map(UnifiedSocialCreditCode::value).orElse(uscc.strip());
        }

        /** Whether exactly one of code and name is given. */
        boolean isClear() {
            return (uscc == null || uscc.isBlank()) != (name == null || name.isBlank());
        }
    }

    /** The subjects that fit each question, in the questions' order: names to the letter first, then as they are compared. */
    List<List<Subject>> of(List<Query> queries) {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Query query : queries) {
            String code = query.code();
            if (code != null) {
                codes.add(code);
            } else if (query.name() != null) {
                names.add(query.name().strip());
            }
        }
        Map<String, Subject> byCode = codes.isEmpty() ? Map.of() : subjects.byCode(codes);
        Map<String, List<Subject>> byName = byName(names);
        List<List<Subject>> matches = new ArrayList<>(queries.size());
        for (Query query : queries) {
            String code = query.code();
            String name = query.name();
            if (code != null) {
                Subject subject = byCode.get(code);
                matches.add(subject == null ? List.of() : List.of(subject));
            } else {
                matches.add(name == null ? List.of() : byName.getOrDefault(name.strip(), List.of()));
            }
        }
        return matches;
    }

    private Map<String, List<Subject>> byName(Set<String> names) {
        Map<String, List<Subject>> found = new HashMap<>();
        for (Subject subject : subjects.byExactName(names)) {
            subject.allNames().distinct().filter(names::contains)
                    .forEach(name -> found.computeIfAbsent(name, n -> new ArrayList<>()).add(subject));
        }
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        names.stream().filter(name -> !found.containsKey(name))
                .forEach(name -> byKey.computeIfAbsent(Names.key(name), k -> new ArrayList<>()).add(name));
        byKey.remove("");
        for (Subject subject : subjects.byNameKey(byKey.keySet())) {
            keys(subject).forEach(key -> byKey.getOrDefault(key, List.of())
                    .forEach(name -> found.computeIfAbsent(name, n -> new ArrayList<>()).add(subject)));
        }
        return found;
    }

    private static Collection<String> keys(Subject subject) {
        return subject.allNames().map(Names::key).distinct().toList();
    }
}
