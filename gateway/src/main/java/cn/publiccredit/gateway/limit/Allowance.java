package cn.publiccredit.gateway.limit;

import cn.publiccredit.gateway.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * What a caller has left.
 *
 * @param granted whether this call goes on
 * @param retryIn time until the next call would be granted; zero if this one was
 * @param reset time until the budget is whole again
 */
record Allowance(Bucketed caller, boolean granted, long remaining, Duration retryIn, Duration reset) {

    /**
     * Tells it in the fields of draft-ietf-httpapi-ratelimit-headers, and in the older ones that many clients know.
     */
    void tell(HttpServletResponse response) {
        long seconds = reset.isZero() ? 0 : Problems.seconds(reset);
        String policy = "\"" + caller.policy() + "\"";
        response.setHeader("RateLimit-Policy",
                policy + ";q=" + caller.budget().burst() + ";w=" + caller.budget().window());
        response.setHeader("RateLimit", policy + ";r=" + remaining + ";t=" + seconds);
        response.setHeader("RateLimit-Limit", Integer.toString(caller.budget().burst()));
        response.setHeader("RateLimit-Remaining", Long.toString(remaining));
        response.setHeader("RateLimit-Reset", Long.toString(seconds));
    }
}
