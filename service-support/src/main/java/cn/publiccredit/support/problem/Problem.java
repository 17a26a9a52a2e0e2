package cn.publiccredit.support.problem;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A refusal or failure that the caller is told about: a {@link ProblemCode} with its arguments. */
public final class Problem extends RuntimeException {

    private final transient ProblemCode code;
    private final transient Object[] arguments;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    Problem(ProblemCode code, Object... arguments) {
        this(code, arguments, List.of(), null, null);
    }

    private Problem(
            ProblemCode code,
            Object[] arguments,
            List<Violation> violations,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(code.code(), cause);
        this.code = code;
        this.arguments = arguments.clone();
        this.violations = violations;
        this.retryAfter = retryAfter;
    }

    /** The same problem with the rules that were broken. */
    public Problem violating(List<Violation> broken) {
        return new Problem(code, arguments, List.copyOf(broken), retryAfter, getCause());
    }

    /** The same problem with one broken rule. */
    public Problem violating(String field, String rule, String zh, String en) {
        return violating(List.of(new Violation(field, rule, zh, en)));
    }

    /** The same problem with the time after which another try makes sense. */
    public Problem retryAfter(Duration time) {
        return new Problem(code, arguments, violations, time, getCause());
    }

    /** The same problem with what caused it; the cause is logged, never sent. */
    public Problem because(Throwable cause) {
        return new Problem(code, arguments, violations, retryAfter, cause);
    }

    public ProblemCode code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The message in the caller's language, Chinese unless English is asked for. */
    public String detail(Locale locale) {
        String pattern = Languages.isEnglish(locale) ? code.text().en() : code.text().zh();
        Object[] filling = Arrays.stream(arguments).map(a -> a instanceof Words words ? words.in(locale) : a).toArray();
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(filling);
    }
}
