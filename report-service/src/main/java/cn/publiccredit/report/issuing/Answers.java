package cn.publiccredit.report.issuing;

import cn.publiccredit.report.ReportProblem;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Problem;
import cn.publiccredit.support.problem.RelayedProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of all sources: all of them, or the reason why there is no report. */
final class Answers {

    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Map<Source, Object> answered = new EnumMap<>(Source.class);
    private final Map<Source, Problem> missing = new EnumMap<>(Source.class);
    private @Nullable RuntimeException refusal;

    /** Waits for the sources in their order, so that the subject's owner has the first word on a refusal. */
    static Answers of(Map<Source, Future<?>> asked) {
        Answers answers = new Answers();
        asked.forEach(answers::await);
        return answers;
    }

    <T> T get(Source source, Class<T> type) {
        return type.cast(Objects.requireNonNull(answered.get(source)));
    }

    <T> List<T> list(Source source, Class<T> type) {
        return ((List<?>) Objects.requireNonNull(answered.get(source))).stream().map(type::cast).toList();
    }

    /** @throws Problem {@code report.incomplete}, or the refusal that a source pronounced */
    Answers requireComplete() {
        if (refusal != null) {
            throw refusal;
        }
        if (!missing.isEmpty()) {
            throw incomplete(List.copyOf(missing.keySet())).because(missing.values().iterator().next());
        }
        return this;
    }

    static Problem incomplete(List<Source> sources) {
        String zh = sources.stream().map(Source::zh).collect(Collectors.joining("、"));
        String en = sources.stream().map(Source::en).collect(Collectors.joining(", "));
        return ReportProblem.INCOMPLETE.with(zh, en)
                .violating(new ArrayList<>(sources.stream().map(Source::missing).toList()))
                .retryAfter(RETRY);
    }

    private void await(Source source, Future<?> question) {
        try {
            answered.put(source, Objects.requireNonNull(question.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            missing.put(source, CommonProblem.UNEXPECTED.with().because(e));
        } catch (ExecutionException e) {
            failed(source, e.getCause());
        }
    }

    private void failed(Source source, @Nullable Throwable cause) {
        switch (cause) {
            case RelayedProblem refused -> refuse(refused);
            case Problem problem when problem.code() == CommonProblem.PEER_UNAVAILABLE -> missing.put(source, problem);
            case RuntimeException other -> refuse(other);
            case null, default -> refuse(CommonProblem.UNEXPECTED.with());
        }
    }

    private void refuse(RuntimeException why) {
        if (refusal == null) {
            refusal = why;
        }
    }
}
