package cn.publiccredit.subject.personal;

import java.util.List;
import org.springframework.stereotype.Component;

/** The names of the keys that fields are encrypted with; never the keys. */
@Component
public class FieldKeys {

    private final FieldCipher cipher;

    FieldKeys(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** The key that new values are encrypted with. */
    public String current() {
        return cipher.currentKey();
    }

    /** Keys that old values may still be encrypted with. */
    public List<String> former() {
        return cipher.formerKeys();
    }
}
