package cn.publiccredit.support.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of an error answer, after RFC 9457 with the stable code and the broken rules. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        List<BrokenRule> violations) {

    /** A broken rule in the caller's language. */
    public record BrokenRule(String field, String rule, String message) {}

    /** The body for this problem at this path, in this language. */
    public static ProblemBody of(Problem problem, @Nullable String path, Locale locale) {
        ProblemCode code = problem.code();
        return new ProblemBody(
                URI.create("urn:problem:" + code.code()),
                Titles.of(code.status(), locale),
                code.status().value(),
                problem.detail(locale),
                path,
                code.code(),
                problem.violations().stream()
                        .map(v -> new BrokenRule(v.field(), v.rule(), v.message(locale)))
                        .toList());
    }
}
