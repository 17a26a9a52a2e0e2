package cn.publiccredit.subject.commitment;


import cn.publiccredit.subject.SubjectProblem;
import cn.publiccredit.subject.commitment.Commitment.State;
import cn.publiccredit.subject.rulebook.CommitmentTemplate;
import cn.publiccredit.subject.rulebook.RegisteredSources;
import cn.publiccredit.subject.rulebook.RuleBooks;
import cn.publiccredit.subject.rulebook.SourceNames;
import cn.publiccredit.subject.subjects.Subject;
import cn.publiccredit.subject.subjects.Subjects;
import cn.publiccredit.support.audit.Access;
import cn.publiccredit.support.audit.AuditTrail;
import cn.publiccredit.support.idempotency.RequestIds;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.problem.CommonProblem;
import cn.publiccredit.support.problem.Violation;
import cn.publiccredit.support.security.Caller;
import cn.publiccredit.support.security.Role;
import cn.publiccredit.support.time.TimeConfiguration;
import cn.publiccredit.support.web.EntityTag;
import cn.publiccredit.support.work.LeasedWorker;
import cn.publiccredit.support.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Making commitments and finding whether they are kept. Who may: the subject and the accepting body; see {@link CommitmentSight}. */
@Component
class Committing {

    private static final int LONGEST = 2000;
    private static final int LONGEST_CASE = 64;
    private static final int LONGEST_REASON = 500;

    /** Kinds of commitments in place of an approval or a proof: nobody may say that a body granted one before it did. */
    private static final Set<String> REPLACING = Set.of("APPROVAL_REPLACING", "PROOF_REPLACING");

    private final Commitments store;
    private final CommitmentSight sight;
    private final RuleBooks books;
    private final SourceNames names;
    private final RegisteredSources sources;
    private final Subjects subjects;
    private final LeasedWorker worker;
    private final RequestIds ids;
    private final AuditTrail trail;
    private final Clock clock;

    Committing(
            Commitments store,
            CommitmentSight sight,
            RuleBooks books,
            SourceNames names,
            RegisteredSources sources,
            Subjects subjects,
            @Qualifier(CommitmentFiling.WORKER) LeasedWorker worker,
            RequestIds ids,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.sight = sight;
        this.books = books;
        this.names = names;
        this.sources = sources;
        this.subjects = subjects;
        this.worker = worker;
        this.ids = ids;
        this.trail = trail;
        this.clock = clock;
    }

    Commitment make(Caller caller, CommitmentRequest request) {
        List<Violation> broken = new ArrayList<>();
        Optional<Subject> subject = subject(caller, request, broken);
        Optional<Commitment.Authority> authority = authority(caller, request, broken);
        CommitmentRequest.Checked checked = request.checked(today(), broken);
        CommitmentTemplate template = books.commitmentTemplate(checked.template()).orElseThrow(() -> CommonProblem.INVALID.with().violating(
                "template", "known", "信用目录中没有承诺模板 " + checked.template() + "，请核对模板代码。",
                "The catalogue has no commitment template " + checked.template() + "; check its code."));
        Subject whose = subject.orElseThrow();
        Instant now = now();
        LocalDate until = checked.validUntil() == null && template.validDays() != null
                ? checked.madeOn().plusDays(template.validDays())
                : checked.validUntil();
        String id = ids.next();
        Optional<Commitment> before = store.find(id);
        if (before.isPresent()) {
            return before.get();
        }
        requireNotExcluded(template, whose.ids());
        Commitment.Authority body = authority.orElseThrow();
        State first = caller.is(Role.SUBJECT_USER) && REPLACING.contains(template.kind()) ? State.SUBMITTED : State.MADE;
        Commitment commitment = new Commitment(id, store.nextNumber(body.division(), checked.madeOn()), whose.id(), whose.name(),
                whose.kind(), template, checked.matter(), body, checked.madeOn(), until, checked.checkBy(),
                template.published() && !whose.isPerson(), first,
                List.of(new Commitment.Event(first, checked.madeOn(), null, null, caller.id(), caller.name(), now)),
                null, null, List.of(), 0, first.isRecorded() ? Work.dueAt(now) : Work.none(), null);
        trail.record(Access.allowed(caller, "commitment.make").subject(whose.id()).target(id));
        Commitment kept = store.add(commitment);
        worker.wake();
        return kept;
    }

    private void requireNotExcluded(CommitmentTemplate template, Set<String> subject) {
        if (template.excludesBreakers()) {
            store.unmendedOf(subject).stream().filter(c -> c.template().excludesBreakers()).findFirst().ifPresent(c -> {
                throw SubjectProblem.COMMITMENT_EXCLUDED.with(c.number());
            });
        }
    }

    /** @param facts what was seen when it was checked */
    Commitment find(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            State found,
            @Nullable LocalDate on,
            @Nullable String facts) {
        Commitment commitment = checked(caller, id, ifMatch);
        if (!commitment.state().mayBecome(found)) {
            throw SubjectProblem.COMMITMENT_STATE.with(commitment.state().zh());
        }
        if (found == State.MADE) {
            requireNotExcluded(commitment.template(), subjects.identity(commitment.subject()));
        }
        LocalDate day = on == null ? today() : on;
        List<Violation> broken = new ArrayList<>();
        if (facts == null || facts.isBlank() || facts.length() > LONGEST) {
            broken.add(new Violation("facts", "length", "请填写核查情况，不超过 2000 个字。",
                    "Say what was found, at most 2000 characters."));
        }
        Commitment.Event breach = found == State.REPAIRED ? commitment.breachUntil(commitment.events().size() - 1) : null;
        LocalDate earliest = breach == null ? commitment.madeOn() : breach.on();
        if (day.isAfter(today()) || day.isBefore(earliest)) {
            broken.add(new Violation("on", "range", "核查日期应在承诺日期与今天之间，整改日期不早于认定违背承诺的日期（" + earliest + " 至今天）。",
                    "The day lies between the making, or for a repair the breach, and today: from " + earliest + "."));
        }
        if (!broken.isEmpty() || facts == null) {
            throw CommonProblem.INVALID.with().violating(broken);
        }
        Commitment.Event event = new Commitment.Event(found, day, facts.strip(),
                found == State.BROKEN ? commitment.template().consequence() : null, caller.id(), caller.name(), now());
        trail.record(Access.allowed(caller, "commitment." + found.name().toLowerCase(Locale.ROOT))
                .subject(commitment.subject()).target(id));
        Commitment changed = store.save(commitment.then(event));
        worker.wake();
        return changed;
    }

    /** Notes whether the body proposed the listing that the template names for a breach, or why not. */
    Commitment settle(Caller caller, String id, @Nullable String ifMatch, @Nullable String listingCase, @Nullable String reason) {
        Commitment commitment = checked(caller, id, ifMatch);
        FollowUp open = commitment.followUp();
        if (open == null || open.state() != FollowUp.State.OPEN) {
            throw SubjectProblem.COMMITMENT_SETTLED.with();
        }
        String number = listingCase == null ? "" : listingCase.strip();
        String why = reason == null ? "" : reason.strip();
        boolean proposed = !number.isEmpty();
        if (proposed == !why.isEmpty() || number.length() > LONGEST_CASE || why.length() > LONGEST_REASON) {
            throw CommonProblem.INVALID.with().violating("listingCase", "one-of",
                    "请填写列入名单案件的编号（listingCase），或不提出的理由（reason，不超过 500 个字），二者填一。",
                    "Give the listing case that was opened (listingCase), or why none was (reason, at most 500 characters).");
        }
        // The platform proposes; not to propose is the body's to decide.
        if (!proposed && caller.is(Role.PLATFORM_SERVICE)) {
            throw CommonProblem.FORBIDDEN.with();
        }
        trail.record(Access.allowed(caller, "commitment.follow-up").subject(commitment.subject()).target(id));
        return store.save(commitment.settled(
                proposed ? open.proposed(number, caller.id(), now()) : open.notProposed(why, caller.id(), now())));
    }

    /** One that the caller checks, as it read it. */
    Commitment checked(Caller caller, String id, @Nullable String ifMatch) {
        Commitment commitment = sight.visible(caller, id);
        boolean checks = commitment.authority().uscc().equals(caller.org())
                || CommitmentSight.supervises(caller, commitment) || caller.is(Role.PLATFORM_SERVICE);
        if (!checks || caller.is(Role.SUBJECT_USER)) {
            throw CommonProblem.FORBIDDEN.with();
        }
        EntityTag.require(ifMatch, version(commitment));
        return commitment;
    }

    static long version(Commitment commitment) {
        return Objects.requireNonNullElse(commitment.version(), 0L);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeConfiguration.ZONE);
    }

    private Optional<Subject> subject(Caller caller, CommitmentRequest request, List<Violation> broken) {
        boolean own = caller.is(Role.SUBJECT_USER);
        String id = own ? caller.subject() : request.subject();
        Optional<Subject> subject = id == null ? Optional.empty() : subjects.find(id.strip());
        if (own && request.subject() != null && subject.filter(s -> s.ids().contains(request.subject())).isEmpty()) {
            throw CommonProblem.FORBIDDEN.with();
        }
        // A department knows persons by what it supplied; whether others are known is not told.
        Optional<Subject> known = subject.filter(s -> own || !s.isPerson()
                || (caller.org() != null && s.isKnownTo(caller.org())));
        if (known.filter(s -> s.uscc() != null || s.isPerson()).isEmpty()) {
            broken.add(new Violation("subject", "known", "没有该主体，或其尚无统一社会信用代码；请核对代码。",
                    "There is no such subject, or it has no code yet; check it."));
        }
        return known;
    }

    private Optional<Commitment.Authority> authority(
            Caller caller, CommitmentRequest request, List<Violation> broken) {
        CommitmentRequest.AuthorityRequest told = request.authority();
        Division division = caller.division();
        if (caller.is(Role.DEPARTMENT_USER)) {
            if (caller.org() == null || division == null) {
                throw SubjectProblem.NO_SOURCE.with();
            }
            String org = caller.org();
            Optional<Commitment.Authority> registered = registered(org);
            if (registered.isPresent()) {
                return registered;
            }
            String name = told == null || told.name() == null || told.name().isBlank()
                    ? names.orAccount(org, caller.name())
                    : names.or(org, told.name().strip());
            return Optional.of(new Commitment.Authority(org, name, division.code()));
        }
        // Anybody may claim to have promised something to a body: only one that the catalogue knows, as the catalogue knows it.
        Optional<Commitment.Authority> named = told == null || told.uscc() == null ? Optional.empty() : registered(told.uscc().strip());
        if (named.isEmpty()) {
            broken.add(new Violation("authority", "registered", "请填写受理单位的统一社会信用代码（uscc），须为信用目录登记的信源单位；未登记的，请到受理单位由其登记承诺。",
                    "Give the code of the body that accepts it, one that the catalogue registers as a source; elsewhere the body records the commitment itself."));
        }
        return named;
    }

    private Optional<Commitment.Authority> registered(String uscc) {
        return sources.find(uscc).map(source -> new Commitment.Authority(uscc, source.name(), source.division().code()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
