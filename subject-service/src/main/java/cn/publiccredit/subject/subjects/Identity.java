package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.personal.KeyedHash;
import cn.publiccredit.subject.record.IncomingSubject;
import cn.publiccredit.subject.record.SubjectKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The ids of subjects: the code where there is one, else a keyed hash of what identifies them. */
@Component
class Identity {

    /** The kind of paper that a person without further words is identified by (GB 11643). */
    static final String ID_CARD = "身份证";

    private static final Pattern ID_CARD_NUMBER = Pattern.compile("\\d{17}[\\dX]|\\d{15}");

    private final KeyedHash hashes;

    Identity(KeyedHash hashes) {
        this.hashes = hashes;
    }

    String of(String source, IncomingSubject subject) {
        String code = subject.uscc();
        String number = subject.personIdNumber();
        if (subject.kind() == SubjectKind.PERSON && number != null) {
            return person(subject.personIdType() == null ? ID_CARD : subject.personIdType(), number);
        }
        if (code != null) {
            return code;
        }
        // Registration numbers are unique at the office that gave them only.
        String registration = subject.registrationNumber();
        return registration == null
                ? "N" + hashes.of("name", source, Names.key(subject.name()))
                : "G" + hashes.of("registration", source, normalised(registration));
    }

    String person(String type, String number) {
        return "P" + hashes.of("person", type.contains(ID_CARD) ? ID_CARD : type.strip(), normalised(number));
    }

    /** The id of the person with this id card number; empty when the text is none. */
    Optional<String> personByIdCard(String text) {
        String number = normalised(text);
        return ID_CARD_NUMBER.matcher(number).matches() ? Optional.of(person(ID_CARD, number)) : Optional.empty();
    }

    private static String normalised(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }
}
