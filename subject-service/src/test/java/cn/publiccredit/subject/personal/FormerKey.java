package cn.publiccredit.subject.personal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Puts documents back into the state that they had before the key was changed. */
public final class FormerKey {

    public static final String SETTING = "k8:old-field-key-0123456789abcdef-0123456";

    private static final FieldCipher OLD = cipher(SETTING);
    private static final FieldCipher NEW = cipher("k9s:new-field-key-0123456789abcdef-0123456");

    private FormerKey() {}

    private static FieldCipher cipher(String key) {
        return new FieldCipher(new LocalKeys(new PersonalSettings(key, List.of(), SETTING, List.of(), "")));
    }

    public static byte[] seal(byte[] bytes, String place) {
        return OLD.sealBytes(bytes, bytes.length, place);
    }

    /** Hashes as replicas make them that know but one look-up key. */
    public static LookupHash lookups(String key) {
        return new LookupHash(new LocalKeys(new PersonalSettings(SETTING, List.of(), key, List.of(), "")));
    }

    /** Every value that is sealed with the new key is sealed with the former one. */
    public static void sealAsBefore(MongoCollection<Document> documents) {
        for (Document document : documents.find().into(new ArrayList<>())) {
            String id = document.getString("_id");
            String owner = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
            walk(document, owner);
            documents.replaceOne(Filters.eq("_id", id), document);
        }
    }

    private static void walk(Document document, String owner) {
        document.replaceAll((field, value) -> {
            if (value instanceof String text && text.startsWith("k9s:")) {
                return OLD.seal(NEW.open(text, owner + "/" + field), owner + "/" + field);
            }
            if (value instanceof Document inner) {
                walk(inner, owner);
            }
            if (value instanceof List<?> list) {
                list.stream().filter(Document.class::isInstance).forEach(each -> walk((Document) each, owner));
            }
            return value;
        });
    }
}
