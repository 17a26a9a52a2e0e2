package cn.publiccredit.portal.api;

/** The API did not give what a page needs; the message is the API's own, in the reader's language. */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ApiFailure(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** HTTP status of the API's answer; 503 when there was none. */
    public int status() {
        return status;
    }

    /** The problem's stable code, such as {@code subject.batch.unknown-item}; empty when there was none. */
    public String code() {
        return code;
    }
}
