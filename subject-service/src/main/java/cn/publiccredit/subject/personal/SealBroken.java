package cn.publiccredit.subject.personal;

import org.jspecify.annotations.Nullable;

/** A stored value could not be decrypted: altered, moved to another place, or its key is missing. */
final class SealBroken extends RuntimeException {

    SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
