package cn.publiccredit.subject.personal;

import cn.publiccredit.subject.personal.ItemPrivacy.ColumnPrivacy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a record's data into what is stored, and back into what a reader may see. */
@Component
public class PersonalData {

    private final FieldCipher cipher;

    PersonalData(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** The data as they are stored: id numbers and phones encrypted, bound to the record and column. */
    public Map<String, String> sealed(String record, ItemPrivacy item, Map<String, String> data) {
        Map<String, String> stored = new LinkedHashMap<>(data);
        stored.replaceAll((column, value) -> item.column(column).personal().isSealed()
                ? cipher.seal(value, place(record, column))
                : value);
        return stored;
    }

    /** The data for readers who are entitled to the record: id numbers and phones masked. */
    public Map<String, String> masked(String record, ItemPrivacy item, Map<String, String> stored) {
        Map<String, String> shown = new LinkedHashMap<>(stored);
        shown.replaceAll((column, value) -> {
            PersonalClass kind = item.column(column).personal();
            return kind.isSealed() ? Masks.of(kind, opened(record, column, value)) : value;
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

    /** The data for anyone: columns that the catalogue hides, or does not know, are left out. */
    public Map<String, String> open(String record, ItemPrivacy item, Map<String, String> stored) {
        Map<String, String> shown = new LinkedHashMap<>();
        stored.forEach((column, value) -> {
            ColumnPrivacy rule = item.columns().get(column);
            if (rule == null || rule.personal().isSealed()) {
                return;
            }
            switch (rule.publicMask()) {
                case NONE -> shown.put(column, value);
                case PARTIAL -> shown.put(column, Masks.of(rule.personal(), value));
                case HIDE -> { }
            }
        });
        return shown;
    }

    /** An id number as it is stored with the person it belongs to. */
    public String sealedIdNumber(String subject, String number) {
        return cipher.seal(number, place(subject, "idNumber"));
    }

    // A value may have been stored before the catalogue called its column personal.
    private String opened(String record, String column, String value) {
        return value.matches("k\\d+:[A-Za-z0-9+/]{38,}={0,2}") ? cipher.open(value, place(record, column)) : value;
    }

    private static String place(String owner, String column) {
        return owner + "/" + column;
    }
}
