package cn.publiccredit.catalog.content;

import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers what is in force on a day; without a day, today. */
@Component
public class Reading {

    private final Contents contents;
    private final Answers answers;
    private final Clock clock;

    Reading(Contents contents, Answers answers, Clock clock) {
        this.contents = contents;
        this.answers = answers;
        this.clock = clock;
    }

    /** @throws cn.publiccredit.support.problem.Problem 404 of the kind when none of this code is in force */
    public <T extends Versioned> ResponseEntity<Shown<T>> one(
            ContentType<T> type, String code, @Nullable LocalDate asOf) {
        LocalDate day = day(asOf);
        return answers.tagged(contents.find(type, code, day).orElseThrow(() -> type.kind().unknown().with(code, day)));
    }

    /** A page by code, each piece as the list shows it. */
    public <T extends Versioned, R> ResponseEntity<Page<Shown<R>>> page(
            ContentType<T> type, @Nullable LocalDate asOf, int limit, @Nullable String after, Function<T, R> listed) {
        return answers.page(contents.all(type, day(asOf)), new Paging(limit, after), listed);
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }
}
