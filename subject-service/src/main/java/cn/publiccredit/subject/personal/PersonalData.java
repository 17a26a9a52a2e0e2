package cn.publiccredit.subject.personal;

import cn.publiccredit.subject.personal.ItemPrivacy.ColumnPrivacy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a record's data into what is stored, and back into what a reader may see. */
@Component
public class PersonalData {

    private static final String ID_NUMBER = "idNumber";

    private final FieldCipher cipher;
    private final Masks masks;

    PersonalData(FieldCipher cipher, Masks masks) {
        this.cipher = cipher;
        this.masks = masks;
    }

    /** The data as they are stored: id numbers and phones encrypted, bound to the record and column. */
    public Map<String, String> sealed(String record, ItemPrivacy item, Map<String, String> data) {
        Map<String, String> stored = new LinkedHashMap<>(data);
        stored.replaceAll((column, value) -> item.column(column).personal().isSealed()
                ? cipher.seal(value, place(record, column))
                : value);
        return stored;
    }

    /** The data for readers who are entitled to the record: id numbers and phones masked, in running text too. */
    public Map<String, String> masked(String record, ItemPrivacy item, Map<String, String> stored) {
        Map<String, String> shown = new LinkedHashMap<>(stored);
        shown.replaceAll((column, value) -> {
            ColumnPrivacy rule = item.column(column);
            return rule.personal().isSealed()
                    ? masks.of(rule.personal(), opened(record, column, value))
                    : forClerks(rule, value);
        });
        return shown;
    }

    /** The data for the person that the record is about: the own id number in full, other people's masked. */
    public Map<String, String> own(String record, ItemPrivacy item, Map<String, String> stored) {
        Map<String, String> shown = masked(record, item, stored);
        String column = item.personIdColumn();
        String sealed = column == null ? null : stored.get(column);
        if (column != null && sealed != null) {
            shown.put(column, opened(record, column, sealed));
        }
        return shown;
    }

    /** The data for anyone: columns that the catalogue hides, or does not know, are left out, and numbers in text masked. */
    public Map<String, String> open(String record, ItemPrivacy item, Map<String, String> stored) {
        Map<String, String> shown = new LinkedHashMap<>();
        stored.forEach((column, value) -> {
            ColumnPrivacy rule = item.columns().get(column);
            if (rule == null || rule.personal().isSealed()) {
                return;
            }
            String text = masks.numbers(rule.numbers(), value);
            switch (rule.publicMask()) {
                case NONE -> shown.put(column, text);
                case PARTIAL -> shown.put(column, masks.of(rule.personal(), text));
                case HIDE -> { }
            }
        });
        return shown;
    }

    /**
     * The data for anyone where the record is about a natural person: as {@link #open}, and the person's name is masked
     * wherever it stands, as are names and addresses that organisations would show, and numbers in running text.
     */
    public Map<String, String> openOfPerson(String record, ItemPrivacy item, Map<String, String> stored, String name) {
        Map<String, String> shown = open(record, item, stored);
        shown.replaceAll((column, value) -> {
            ColumnPrivacy rule = item.column(column);
            if (column.equals(item.subjectNameColumn())) {
                return masks.name(value);
            }
            boolean masked = rule.publicMask() == PublicMask.PARTIAL;
            return rule.personal() == PersonalClass.NONE || masked
                    ? masks.inText(value, name)
                    : masks.of(rule.personal(), value);
        });
        return shown;
    }

    /** The data without anything that is stored encrypted, for uses that need none of it. */
    public Map<String, String> unsealed(ItemPrivacy item, Map<String, String> stored) {
        Map<String, String> shown = new LinkedHashMap<>(stored);
        shown.entrySet().removeIf(cell -> item.column(cell.getKey()).personal().isSealed() || isSealed(cell.getValue()));
        shown.replaceAll((column, value) -> forClerks(item.column(column), value));
        return shown;
    }

    /** A natural person's name for anyone. */
    public String openName(String name) {
        return masks.name(name);
    }

    /** A document's number as anyone may see it: some bodies number decisions by the id number of whom they concern. */
    public @Nullable String openNumber(@Nullable String document) {
        return document == null ? null : masks.numbers(PersonalNumbers.CERTAIN, document);
    }

    // Those entitled may have to cite a document: its number stays whole for them.
    private String forClerks(ColumnPrivacy rule, String value) {
        return rule.numbers() == PersonalNumbers.LIKELY ? masks.numbers(rule.numbers(), value) : value;
    }

    /** An id number as it is stored with the person it belongs to. */
    public String sealedIdNumber(String subject, String number) {
        return cipher.seal(number, place(subject, ID_NUMBER));
    }

    /** The id number that is stored with a person. */
    public String idNumber(String subject, String sealed) {
        return cipher.open(sealed, place(subject, ID_NUMBER));
    }

    /** An id number as it is stored with a person, encrypted with the key that is used now; empty when it is already. */
    public Optional<String> resealedIdNumber(String subject, String sealed) {
        return resealed(sealed, place(subject, ID_NUMBER));
    }

    /** A record's data, encrypted with the key that is used now; empty when they are already. */
    public Optional<Map<String, String>> resealed(String record, Map<String, String> stored) {
        Map<String, String> changed = new LinkedHashMap<>();
        stored.forEach((column, value) -> {
            if (isSealed(value)) {
                resealed(value, place(record, column)).ifPresent(anew -> changed.put(column, anew));
            }
        });
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> all = new LinkedHashMap<>(stored);
        all.putAll(changed);
        return Optional.of(all);
    }

    private Optional<String> resealed(String sealed, String place) {
        return FieldCipher.keyOf(sealed).equals(cipher.currentKey())
                ? Optional.empty()
                : Optional.of(cipher.seal(cipher.open(sealed, place), place));
    }

    /** The name of the key that a stored value is encrypted with; empty for one that is not. */
    public static Optional<String> keyOf(String stored) {
        return isSealed(stored) ? Optional.of(FieldCipher.keyOf(stored)) : Optional.empty();
    }

    // A value may have been stored before the catalogue called its column personal.
    private String opened(String record, String column, String value) {
        return isSealed(value) ? cipher.open(value, place(record, column)) : value;
    }

    private static boolean isSealed(String value) {
        return FieldCipher.SEALED.matcher(value).matches();
    }

    private static String place(String owner, String column) {
        return owner + "/" + column;
    }
}
