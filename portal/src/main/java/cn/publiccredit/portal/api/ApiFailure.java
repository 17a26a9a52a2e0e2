package cn.publiccredit.portal.api;

import java.util.List;

/** The API did not give what a page needs; the message is the API's own, in the reader's language. */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Fault> faults;

    /**
     * One thing that is wrong with what was sent.
     *
     * @param field where, such as {@code items[3].columns[0].code}
     */
    public record Fault(String field, String message) {}

    ApiFailure(int status, String code, String message) {
        this(status, code, message, List.of());
    }

    ApiFailure(int status, String code, String message, List<Fault> faults) {
        super(message);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** Whether the reader can do something about it, so that the page is shown again with what it says. */
    public boolean isRefusal() {
        return status < 500 && status != 401 && status != 429;
    }

    /** Everything that is wrong with what was sent, at once; empty when the failure is no matter of content. */
    public List<Fault> faults() {
        return faults;
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
