package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import cn.publiccredit.support.time.TimeConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a subject from one source, with all that the platform ever knew of it. One document, so that every change of it
 * is one atomic write.
 *
 * @param id keyed hash of source, item and natural key
 * @param firstKnown when its first version came
 * @param past earlier versions, oldest first, as far as they are kept in the document
 * @param archived how many versions, the oldest, are kept beside the document
 */
public record CreditRecord(
        String id,
        String item,
        String subject,
        SubjectKind subjectKind,
        Source source,
        Disclosure disclosure,
        Instant firstKnown,
        Version current,
        List<Version> past,
        int archived,
        List<Stop> stops) {

    public CreditRecord {
        past = List.copyOf(past);
        stops = List.copyOf(stops);
    }

    /** Current and earlier versions, newest first. */
    Stream<Version> versions() {
        return Stream.concat(Stream.of(current), past.reversed().stream());
    }

    Stream<Stop> stopsInForce() {
        return stops.stream().filter(Stop::isInForce);
    }

    private Optional<Stop> stop(Stop.Kind kind) {
        return stopsInForce().filter(s -> s.is(kind)).findFirst();
    }

    /** What the platform made it of itself, such as {@code commitment/…}; empty for what a source supplied. */
    public Optional<String> madeOf() {
        return versions().flatMap(version -> IntakeContext.ownMatter(version.cause()).stream()).findFirst();
    }

    public @Nullable Instant publicityStoppedAt() {
        return stop(Stop.Kind.PUBLICITY).map(Stop::at).orElse(null);
    }

    /** Whether it may still be passed on to others than its source and its subject. */
    public boolean isShareable() {
        return stop(Stop.Kind.SHARING).isEmpty() && !isWithdrawn();
    }

    /** Whether it would be public if its time had no end. */
    boolean isOpen() {
        return current.content().shown() && current.state().mayBePublic() && publicityStoppedAt() == null;
    }

    public boolean isPublicOn(LocalDate day) {
        return isOpen() && !hasEndedBy(day);
    }

    /** Whether its publicity has run its full time by this day. */
    public boolean hasEndedBy(LocalDate day) {
        LocalDate until = current.content().publicUntil();
        return until != null && until.isBefore(day);
    }

    /** The state that readers are shown. */
    public RecordState stateOn(LocalDate day) {
        RecordState state = current.state();
        return state.mayBePublic() && current.content().shown() && hasEndedBy(day) ? RecordState.EXPIRED : state;
    }

    /** The first day on which it could be public: the platform shows nothing before it knows it. */
    public LocalDate publicFrom() {
        return LocalDate.ofInstant(firstKnown, TimeConfiguration.ZONE);
    }

    /** The same record as of this version: what was known then, under the rights of today. */
    public CreditRecord as(Version version) {
        return new CreditRecord(id, item, subject, subjectKind, source, disclosure, firstKnown, version, List.of(), 0,
                stops.stream().filter(s -> !s.at().isAfter(version.knownFrom())).map(s -> s.asOf(version.knownFrom())).toList());
    }

    /** The same record as it stood on this day: what took effect later, or was put right later, had ended nothing yet. */
    CreditRecord asOf(LocalDate day) {
        List<Stop> inEffect = stops.stream().filter(stop -> !stop.effectiveDate().isAfter(day)).toList();
        boolean unrepaired = current.state() == RecordState.REPAIRED
                && inEffect.stream().noneMatch(Stop::isInForce) && !isPutRightBy(day);
        Version then = current.with(current.content().asOf(day), unrepaired ? RecordState.ACTIVE : current.state());
        return new CreditRecord(id, item, subject, subjectKind, source, disclosure, firstKnown, then, past, archived, inEffect);
    }

    /** Whether its source says that it was put right by this day. */
    private boolean isPutRightBy(LocalDate day) {
        Content.Repair told = current.content().repair();
        return told != null && !told.on().isAfter(day);
    }

    CreditRecord next(
            String newSubject, SubjectKind newKind, Disclosure newDisclosure, Content content, RecordState state, Instant at, Cause cause) {
        return grown(newSubject, newKind, newDisclosure, new Version(
                current.number() + 1, content, state, at, null, cause), stops);
    }

    /** The source does not stand by it any more. */
    CreditRecord withdrawn(Instant at, Cause cause) {
        return next(subject, subjectKind, disclosure, current.content(), RecordState.WITHDRAWN, at, cause);
    }

    /** With what was in force as a further version: the one before it came too late to be. */
    CreditRecord reinstating(CreditRecord inForce, Instant at) {
        Version stands = inForce.current();
        return next(inForce.subject, inForce.subjectKind, inForce.disclosure, stands.content(), stands.state(), at, stands.cause());
    }

    boolean isWithdrawn() {
        return current.state() == RecordState.WITHDRAWN;
    }

    /** The state that it is in when its source stands by it again. */
    RecordState restored() {
        return stopsInForce().findAny().isEmpty() ? RecordState.ACTIVE : RecordState.REPAIRED;
    }

    /** The same with no decision in force any more: what it tells of now came after them. */
    CreditRecord overtaking(Instant when) {
        return new CreditRecord(id, item, subject, subjectKind, source, disclosure, firstKnown, current, past, archived,
                stops.stream().map(stop -> stop.isInForce() ? stop.overtaken(when) : stop).toList());
    }

    CreditRecord stopped(Stop stop) {
        List<Stop> more = new ArrayList<>(stops);
        more.add(stop);
        Cause cause = Cause.decision(stop.at(), stop.decidedBy(), stop.reason());
        return grown(subject, subjectKind, disclosure, new Version(
                current.number() + 1, current.content(), RecordState.REPAIRED, stop.at(), null, cause), more);
    }

    private CreditRecord grown(
            String newSubject, SubjectKind newKind, Disclosure newDisclosure, Version version, List<Stop> newStops) {
        List<Version> earlier = new ArrayList<>(past);
        earlier.add(current.endedAt(version.knownFrom()));
        return new CreditRecord(id, item, newSubject, newKind, source, newDisclosure, firstKnown, version, earlier,
                archived, newStops);
    }
}
