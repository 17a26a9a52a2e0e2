package cn.publiccredit.support.problem;

import org.springframework.http.HttpStatus;

/** One stable error of the API. Each service has one closed enum of these. */
public interface ProblemCode {

    /** Code, status and messages of this error. */
    ProblemText text();

    /** Stable code such as {@code subject.batch.unknown-item}. */
    default String code() {
        return text().code();
    }

    default HttpStatus status() {
        return text().status();
    }

    /** A problem of this code; the arguments fill the message patterns, {@link Words} each in its language. */
    default Problem with(Object... arguments) {
        return new Problem(this, arguments);
    }
}
