package cn.publiccredit.listing.screening;

import cn.publiccredit.listing.Checks;
import cn.publiccredit.listing.entry.Entries;
import cn.publiccredit.listing.entry.Entry;
import cn.publiccredit.listing.entry.EntryView;
import cn.publiccredit.listing.rulebook.Measure;
import cn.publiccredit.listing.rulebook.RuleBooks;
import cn.publiccredit.listing.subject.SubjectMatch;
import cn.publiccredit.listing.subject.SubjectQuery;
import cn.publiccredit.listing.subject.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.purpose.Purpose;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a screening: who is meant (subject-service), which lists they are on, which measures fit the matter; traced and kept
 * before it leaves. When it cannot be said who is meant, nothing is answered: 503, never CLEAR.
 */
@Component
class Screen {

    private static final String NO_CODE = "统一社会信用代码不正确（位数、字符或校验位） / not a unified social credit code";
    private static final String NOBODY = "平台没有该主体 / no such subject is known";
    private static final String SEVERAL = "名称对应 %d 个主体，请改用统一社会信用代码 / the name means %1$d subjects; use the code";
    private static final String PERSON = "自然人信息须经本人授权查询，筛查不予提供 / natural persons are not screened without their consent";

    private final Subjects subjects;
    private final Entries entries;
    private final RuleBooks rules;
    private final Screenings screenings;
    private final Receipts receipts;
    private final RequestIds requests;
    private final AuditTrail trail;
    private final ScreeningSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Screen(
            Subjects subjects,
            Entries entries,
            RuleBooks rules,
            Screenings screenings,
            Receipts receipts,
            RequestIds requests,
            AuditTrail trail,
            ScreeningSettings settings,
            JsonMapper json,
            Clock clock) {
        this.subjects = subjects;
        this.entries = entries;
        this.rules = rules;
        this.screenings = screenings;
        this.receipts = receipts;
        this.requests = requests;
        this.trail = trail;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    StoredScreening screen(Caller caller, ScreeningRequest request) {
        Purpose purpose = request.declared();
        List<Question> questions = request.questions(settings.mostSubjects());
        String matter = Objects.requireNonNull(purpose.matter());
        if (rules.matter(matter).isEmpty()) {
            throw Checks.broken("matter", "known", "目录中没有办理事项“" + matter + "”。",
                    "The catalogue has no matter " + matter + ".");
        }
        RuleBooks.Measures measures = rules.measures();
        List<List<SubjectMatch>> meant = meant(purpose, questions);
        LocalDate today = LocalDate.now(clock);
        Map<String, List<Entry>> live = live(caller, meant, today);
        List<Result> results = new ArrayList<>(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            results.add(result(caller, questions.get(i), meant.get(i), live, measures, matter, today));
        }
        String receipt = receipts.next();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] answer = json.writeValueAsBytes(new ScreeningAnswer(receipt, inZone(at), matter, purpose.purpose(),
                inZone(measures.asOf().truncatedTo(ChronoUnit.MILLIS)), results));
        trail.record(accesses(caller, purpose, receipt, questions, results));
        return screenings.keep(StoredScreening.of(receipt, requests.next(), requester(caller), at, answer));
    }

    private List<List<SubjectMatch>> meant(Purpose purpose, List<Question> questions) {
        List<SubjectQuery> lookups = questions.stream().map(Question::lookup).filter(Objects::nonNull).toList();
        Iterator<List<SubjectMatch>> matches = subjects.resolve(purpose, lookups).iterator();
        return questions.stream()
                .map(question -> question.lookup() == null ? List.<SubjectMatch>of() : matches.next())
                .toList();
    }

    private Map<String, List<Entry>> live(Caller caller, List<List<SubjectMatch>> meant, LocalDate today) {
        Set<String> ids = meant.stream().filter(matches -> matches.size() == 1)
                .flatMap(Collection::stream).flatMap(match -> match.ids().stream()).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : entries.liveOf(ids, today, isOfficial(caller));
    }

    private static Result result(
            Caller caller,
            Question question,
            List<SubjectMatch> meant,
            Map<String, List<Entry>> live,
            RuleBooks.Measures measures,
            String matter,
            LocalDate today) {
        if (question.lookup() == null) {
            return Result.unknown(question.asked(), NO_CODE);
        }
        if (meant.isEmpty()) {
            return Result.unknown(question.asked(), NOBODY);
        }
        if (meant.size() > 1) {
            return Result.unknown(question.asked(), SEVERAL.formatted(meant.size()));
        }
        SubjectMatch subject = meant.getFirst();
        if (subject.isPerson() && !isOfficial(caller)) {
            return Result.unknown(question.asked(), PERSON);
        }
        List<Entry> of = subject.ids().stream().flatMap(id -> live.getOrDefault(id, List.of()).stream())
                .sorted(Entry.NEWEST_FIRST).toList();
        List<String> codes = of.stream().flatMap(entry -> entry.measures().stream()).distinct().toList();
        List<Measure> applying = measures.applying(codes, matter);
        List<EntryView> views = of.stream()
                .map(entry -> EntryView.on(today, entry).with(subject.identity()).forPublic()).toList();
        return Result.about(question.asked(), subject, views, applying);
    }

    /** Lists that are not public, and natural persons, are screened by government bodies only. */
    private static boolean isOfficial(Caller caller) {
        return caller.is(Role.DEPARTMENT_USER, Role.CITY_OPERATOR, Role.PROVINCE_OPERATOR);
    }

    private static List<Access> accesses(
            Caller caller, Purpose purpose, String receipt, List<Question> questions, List<Result> results) {
        Access screened = Access.allowed(caller, "screening").purpose(purpose).target(receipt);
        List<Access> accesses = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            Result.Identified subject = results.get(i).subject();
            accesses.add(screened.subject(subject != null ? subject.id() : questions.get(i).asked().uscc()));
        }
        return accesses;
    }

    private static StoredScreening.Requester requester(Caller caller) {
        Division division = caller.division();
        return new StoredScreening.Requester(caller.id(), caller.org(), division == null ? null : division.code());
    }

    private OffsetDateTime inZone(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }
}
