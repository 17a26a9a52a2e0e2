package cn.publiccredit.listing.entry;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import cn.publiccredit.listing.rulebook.ListKind;
import cn.publiccredit.listing.subject.Identity;
import cn.publiccredit.listing.subject.Subjects;
import cn.publiccredit.support.identity.UnifiedSocialCreditCode;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Words;
import cn.publiccredit.support.security.AllowAnyone;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What anyone may see of the lists: entries in force of organisations; an entry disappears by itself when its term ends. */
@RestController
class PublicEntryController {

    private static final int LONGEST_QUESTION = 200;

    private final Entries entries;
    private final Subjects subjects;
    private final Clock clock;

    PublicEntryController(Entries entries, Subjects subjects, Clock clock) {
        this.entries = entries;
        this.subjects = subjects;
        this.clock = clock;
    }

    @GetMapping("/public/entries")
    @AllowAnyone
    Page<EntryView> entries(
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable ListKind kind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        LocalDate today = LocalDate.now(clock);
        List<Criteria> filter = new ArrayList<>();
        filter.add(where("shownPublicly").is(true));
        filter.add(Entries.liveOn(today));
        if (list != null && !list.isBlank()) {
            filter.add(where("list").is(list.strip()));
        }
        if (kind != null) {
            filter.add(where("kind").is(kind));
        }
        Optional<Identity> about = Optional.ofNullable(subject).filter(id -> !id.isBlank())
                .map(id -> subjects.identity(id.strip().toUpperCase(Locale.ROOT)));
        about.ifPresent(asked -> filter.add(where("subject").in(asked.ids())));
        if (q != null && !q.isBlank()) {
            filter.add(named(q.strip()));
        }
        return entries.find(filter, new Paging(limit, after)).map(entry -> view(entry, about, today));
    }

    @GetMapping("/public/entries/{id}")
    @AllowAnyone
    EntryView entry(@PathVariable String id) {
        LocalDate today = LocalDate.now(clock);
        return entries.find(id)
                .filter(entry -> entry.shownPublicly() && entry.isLive(today))
                .map(entry -> view(entry, Optional.of(subjects.identity(entry.subject())), today))
                .orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    private static EntryView view(Entry entry, Optional<Identity> about, LocalDate today) {
        EntryView view = EntryView.on(today, entry).forPublic();
        return about.map(view::with).orElse(view);
    }

    private Criteria named(String question) {
        if (question.length() > LONGEST_QUESTION || question.indexOf(0) >= 0) {
            throw CommonProblem.MALFORMED.with(Words.parameter("q")).violating("q", "length",
                    "参数 q 应为不超过 200 个字的文字。", "q must be text of at most 200 characters.");
        }
        return UnifiedSocialCreditCode.parse(question)
                .map(code -> where("subject").in(subjects.identity(code.value()).ids()))
                .orElseGet(() -> new Criteria().orOperator(
                        where("uscc").is(question.toUpperCase(Locale.ROOT)),
                        where("subjectName").regex(Pattern.quote(question))));
    }
}
