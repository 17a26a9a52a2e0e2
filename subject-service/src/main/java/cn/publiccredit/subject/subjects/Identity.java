package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.personal.KeyedHash;
import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.SubjectKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The ids of subjects: the code where there is one; for persons an id without meaning, that their paper leads to; else a keyed hash
 * of what identifies them.
 */
@Component
class Identity {

    /** The kind of paper that a person without further words is identified by (GB 11643). */
    static final String ID_CARD = "身份证";

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200b\\ufeff]+");
    private static final Pattern ID_CARD_NUMBER = Pattern.compile("\\d{17}[\\dX]|\\d{15}");

    private final KeyedHash hashes;
    private final PersonLookups persons;

    Identity(KeyedHash hashes, PersonLookups persons) {
        this.hashes = hashes;
        this.persons = persons;
    }

    /** The ids of these subjects, in their order; persons whom nobody knew get one. */
    List<String> of(String source, List<IncomingSubject> subjects) {
        List<Optional<Paper>> papers = subjects.stream().map(Identity::paper).toList();
        Map<Paper, String> known = persons.idsOf(papers.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
        List<String> ids = new ArrayList<>(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            IncomingSubject subject = subjects.get(i);
            ids.add(papers.get(i).map(paper -> Objects.requireNonNull(known.get(paper)))
                    .orElseGet(() -> withoutPaper(source, subject)));
        }
        return ids;
    }

    private static Optional<Paper> paper(IncomingSubject subject) {
        String number = subject.personIdNumber();
        return subject.kind() == SubjectKind.PERSON && number != null
                ? Optional.of(paper(subject.personIdType() == null ? ID_CARD : subject.personIdType(), number))
                : Optional.empty();
    }

    private static Paper paper(String type, String number) {
        return new Paper(type.contains(ID_CARD) ? ID_CARD : type.strip(), normalised(number));
    }

    private String withoutPaper(String source, IncomingSubject subject) {
        String code = subject.uscc();
        if (code != null) {
            return code;
        }
        // Registration numbers are unique at the office that gave them only.
        String registration = subject.registrationNumber();
        return registration == null
                ? "N" + hashes.of("name", source, Names.key(subject.name()))
                : "G" + hashes.of("registration", source, normalised(registration));
    }

    /** The id of the person with this id card number; empty when the text is none, or nobody knows the person. */
    Optional<String> personByIdCard(String text) {
        return idCard(text).flatMap(persons::find);
    }

    /** The same, and somebody whom nobody knew gets an id. */
    Optional<String> anyPersonByIdCard(String text) {
        return idCard(text).map(paper -> Objects.requireNonNull(persons.idsOf(Set.of(paper)).get(paper)));
    }

    private static Optional<Paper> idCard(String text) {
        String number = normalised(text);
        return ID_CARD_NUMBER.matcher(number).matches() ? Optional.of(paper(ID_CARD, number)) : Optional.empty();
    }

    // Whatever item it comes with: full-width digits and blanks make nobody another subject.
    private static String normalised(String number) {
        return BLANKS.matcher(Normalizer.normalize(number, Normalizer.Form.NFKC)).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
