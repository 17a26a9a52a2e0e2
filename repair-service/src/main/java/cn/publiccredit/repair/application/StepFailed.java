package cn.publiccredit.repair.application;

import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.util.Locale;

/** A step did not succeed; the message is shown with the step, so it says what a clerk can understand and no more. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StepFailed(String message, Throwable cause) {
        super(message, cause);
    }

    static StepFailed of(RuntimeException failure) {
        return new StepFailed(
                switch (failure) {
                    case RelayedProblem refused -> "对方拒绝（" + refused.status() + " " + refused.body().code() + "）："
                            + refused.body().detail();
                    case Problem problem -> problem.detail(Locale.SIMPLIFIED_CHINESE);
                    default -> "执行出错，系统将自动重试；如持续出现请告知运维人员。";
                },
                failure);
    }
}
