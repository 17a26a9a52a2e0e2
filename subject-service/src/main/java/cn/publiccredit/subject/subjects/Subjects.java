package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Paging;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All subjects, for the features that show them. They answer for who may see what. */
@Component
public class Subjects {

    private static final Pattern CODE_BEGINNING = Pattern.compile("[0-9A-Z]{6,18}");
    private static final int CODE = 18;

    private final SubjectStore store;
    private final Identity identity;

    Subjects(SubjectStore store, Identity identity) {
        this.store = store;
        this.identity = identity;
    }

    public Optional<Subject> find(String id) {
        return store.find(id);
    }

    /** The person with this id card number; empty when the text is none or the person unknown. */
    public Optional<Subject> personByIdCard(String number) {
        return identity.personByIdCard(number).flatMap(store::find);
    }

    /** Subjects with these codes, by code; persons are not found by anything that is not theirs alone. */
    Map<String, Subject> byCode(Set<String> codes) {
        return store.find(Filters.in("_id", codes)).stream().filter(s -> !s.isPerson())
                .collect(Collectors.toMap(Subject::id, s -> s));
    }

    /** Subjects that bear, or bore, one of these names to the letter; for persons see {@link #byCode}. */
    List<Subject> byExactName(Set<String> names) {
        return names.isEmpty() ? List.of() : withoutPersons(Filters.in("names.name", names));
    }

    /** Subjects that bear, or bore, a name with one of these comparison keys. */
    List<Subject> byNameKey(Set<String> keys) {
        return keys.isEmpty() ? List.of() : withoutPersons(Filters.in("keys", keys));
    }

    private List<Subject> withoutPersons(Bson filter) {
        return store.find(Filters.and(filter, Filters.ne("kind", SubjectKind.PERSON.name())));
    }

    /**
     * Organisations and individual businesses by a part of their name or the beginning of their code, in the order of ids.
     *
     * @param question null or blank for all
     * @param within only those that concern this division; null for all
     */
    public List<Subject> search(@Nullable String question, @Nullable Division within, Paging paging) {
        List<Bson> all = new ArrayList<>();
        all.add(Filters.ne("kind", SubjectKind.PERSON.name()));
        if (question != null && !question.isBlank()) {
            all.addAll(matching(question.strip()));
        }
        if (within != null) {
            all.add(Filters.regex("divisions", "^" + within.significantDigits()));
        }
        paging.cursor(1).map(Cursor::first).ifPresent(after -> all.add(Filters.gt("_id", after)));
        return store.subjects().find(Filters.and(all)).sort(Sorts.ascending("_id")).limit(paging.limitPlusOne())
                .map(SubjectDocuments::subject).into(new ArrayList<>());
    }

    private static List<Bson> matching(String question) {
        String code = question.toUpperCase(Locale.ROOT);
        if (code.length() == CODE && UnifiedSocialCreditCode.hasShape(code)) {
            return List.of(Filters.eq("_id", code));
        }
        if (CODE_BEGINNING.matcher(code).matches() && Character.isDigit(code.charAt(0))) {
            return List.of(Filters.gte("_id", code), Filters.lt("_id", code + "\uffff"));
        }
        String key = Names.key(question);
        if (key.length() < Names.SHORTEST) {
            throw CommonProblem.INVALID.with().violating("q", "length",
                    "请输入至少两个字的名称，或统一社会信用代码。",
                    "Give at least two characters of the name, or a unified social credit code.");
        }
        String beginning = key.substring(0, Math.min(key.length(), Names.TOKEN));
        List<Bson> parts = new ArrayList<>();
        parts.add(Filters.elemMatch("tokens", new Document("$gte", beginning).append("$lt", beginning + "\uffff")));
        if (key.length() > Names.TOKEN) {
            parts.add(Filters.regex("key", Pattern.quote(key)));
        }
        return parts;
    }
}
