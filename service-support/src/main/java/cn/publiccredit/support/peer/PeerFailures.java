package cn.publiccredit.support.peer;

import cn.publiccredit.support.problem.ProblemBody;
import cn.publiccredit.support.problem.RelayedProblem;
import feign.FeignException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells a peer's refusal of our caller from a failure of the peer. */
final class PeerFailures {

    private final JsonMapper json;

    PeerFailures(JsonMapper json) {
        this.json = json;
    }

    /** Whether the peer answered properly, only not what was hoped: no reason to open a breaker. */
    static boolean isRefusal(Throwable failure) {
        return unwrapped(failure) instanceof FeignException.FeignClientException refused && refused.status() != 429;
    }

    /** The refusal as the peer worded it; empty when this is a failure, or a refusal that is our own fault. */
    Optional<RelayedProblem> refusal(Throwable failure) {
        if (unwrapped(failure) instanceof FeignException.FeignClientException refused && isRefusal(refused)) {
            return body(refused.contentUTF8()).map(body -> new RelayedProblem(refused.status(), body));
        }
        return Optional.empty();
    }

    private Optional<ProblemBody> body(String text) {
        try {
            ProblemBody body = json.readValue(text, ProblemBody.class);
            return isProblem(body) ? Optional.of(body) : Optional.empty();
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isProblem(@Nullable ProblemBody body) {
        return body != null && body.code() != null && body.status() >= 400;
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable inner = failure;
        while ((inner instanceof ExecutionException || inner instanceof CompletionException) && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
