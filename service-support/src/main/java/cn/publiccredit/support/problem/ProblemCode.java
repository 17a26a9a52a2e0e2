package cn.publiccredit.support.problem;

import org.springframework.http.HttpStatus;

/**
 * One stable error of the API. Each service has one closed enum of these; the messages are {@link java.text.MessageFormat}
 * patterns that name what is wrong and what to do, Chinese first.
 */
public interface ProblemCode {

    /** Stable code such as {@code subject.batch.unknown-item}. */
    String code();

    HttpStatus status();

    /** Message in Simplified Chinese. */
    String zh();

    /** Message in English. */
    String en();

    /** A problem of this code; the arguments fill the message patterns. */
    default Problem with(Object... arguments) {
        return new Problem(this, arguments);
    }
}
