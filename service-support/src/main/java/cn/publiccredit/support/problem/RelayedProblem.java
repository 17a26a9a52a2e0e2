package cn.publiccredit.support.problem;

/** A refusal that another service pronounced and that concerns our caller: passed on as it is. */
public final class RelayedProblem extends RuntimeException {

    private final int status;
    private final transient ProblemBody body;

    public RelayedProblem(int status, ProblemBody body) {
        super(body.code());
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public ProblemBody body() {
        return body;
    }
}
