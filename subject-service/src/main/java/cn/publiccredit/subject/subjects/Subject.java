package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.Registered;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.support.identity.Division;
import cn.publiccredit.support.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom records are about.
 *
 * @param id the unified social credit code where there is one, else opaque
 * @param name the name in force
 * @param division where the subject is registered, after its code; where its first source is, without a code
 * @param names all names it had here, oldest first
 * @param divisions its own division and those of all sources that supplied something about it
 * @param sources codes of all organisations that supplied something about it
 * @param registeredAsOf when the last batch arrived that says what {@code registered} says
 * @param registeredBy the row that {@code registered} comes from
 * @param origin the row that first told of it; null for subjects from before this was noted
 */
public record Subject(
        String id,
        SubjectKind kind,
        @Nullable String uscc,
        String name,
        @Nullable Division division,
        Status status,
        @Nullable Registered registered,
        @Nullable Instant registeredAsOf,
        @Nullable BatchRow registeredBy,
        List<Name> names,
        Set<String> divisions,
        Set<String> sources,
        @Nullable String idType,
        @Nullable String sealedIdNumber,
        @Nullable BatchRow origin,
        Unity unity,
        long version) {

    /** Whether the register has told of the subject, or only a record about it. */
    public enum Status {
        ACTIVE,
        STUB
    }

    /** A name and the day since which the platform knows it. */
    public record Name(String name, LocalDate from) {}

    /** A row of a batch. */
    public record BatchRow(String batch, long row) {}

    public Subject {
        names = List.copyOf(names);
        divisions = Set.copyOf(divisions);
        sources = Set.copyOf(sources);
    }

    public boolean isPerson() {
        return kind == SubjectKind.PERSON;
    }

    /** Whether another subject stands for this one. */
    public boolean isMerged() {
        return unity.mergedInto() != null;
    }

    /** Its own id and those of the subjects it stands for: records are kept under each. */
    public Set<String> ids() {
        Set<String> all = new LinkedHashSet<>();
        all.add(id);
        unity.absorbed().forEach(a -> all.add(a.id()));
        return all;
    }

    /** Whether it is the caller's own subject, under whichever of its ids. */
    public boolean isOwnedBy(Caller caller) {
        return ids().stream().anyMatch(caller::owns);
    }

    /** All names under which it is or was known, its own and those of the subjects it stands for. */
    Stream<String> allNames() {
        return Stream.concat(names.stream().map(Name::name), unity.absorbed().stream().flatMap(a -> a.names().stream()));
    }

    /** Whether the subject, or a source that knows something about it, belongs to this division. */
    public boolean concerns(Division within) {
        return allDivisions().anyMatch(code -> code.startsWith(within.significantDigits()));
    }

    /**
     * The division it is listed with first: its own. A source's, when it is registered with a province, or in another province than all
     * that know something about it: nearly all subjects of a platform are to be listed first within its own province, and with a city.
     * Empty for somebody without any.
     */
    Optional<Division> home() {
        List<String> all = allDivisions().distinct().sorted().toList();
        if (division == null) {
            return all.stream().findFirst().map(Division::new);
        }
        List<String> others = all.stream().filter(code -> !code.equals(division.code())).toList();
        List<String> near = others.stream().filter(code -> code.startsWith(division.code().substring(0, 2))).toList();
        if (others.isEmpty() || (!near.isEmpty() && !division.isProvince())) {
            return Optional.of(division);
        }
        return Optional.of(new Division(near.isEmpty() ? others.getLast() : near.getFirst()));
    }

    /** Its own divisions and those of the subjects it stands for. */
    Stream<String> allDivisions() {
        return Stream.concat(divisions.stream(), unity.absorbed().stream().flatMap(a -> a.divisions().stream()));
    }

    /** Whether this organisation supplied something about it. */
    public boolean isKnownTo(String organisation) {
        return sources.contains(organisation)
                || unity.absorbed().stream().anyMatch(a -> a.sources().contains(organisation));
    }

    Absorbed absorbed() {
        return new Absorbed(id, names.stream().map(Name::name).distinct().toList(), divisions, sources);
    }

    Subject sourcedBy(Set<String> newDivisions, Set<String> newSources) {
        return new Subject(id, kind, uscc, name, division, status, registered, registeredAsOf, registeredBy, names,
                newDivisions, newSources, idType, sealedIdNumber, origin, unity, version);
    }

    Subject registeredAs(
            String newName, List<Name> newNames, Registered newRegistered, Instant asOf, BatchRow by) {
        return new Subject(id, kind, uscc, newName, division, Status.ACTIVE, newRegistered, asOf, by, newNames, divisions,
                sources, idType, sealedIdNumber, origin, unity, version);
    }

    /** The register says once more what it said. */
    Subject confirmed(Instant asOf) {
        return new Subject(id, kind, uscc, name, division, status, registered, asOf, registeredBy, names, divisions,
                sources, idType, sealedIdNumber, origin, unity, version);
    }

    Subject united(Unity newUnity) {
        return new Subject(id, kind, uscc, name, division, status, registered, registeredAsOf, registeredBy, names,
                divisions, sources, idType, sealedIdNumber, origin, newUnity, version);
    }

    Subject resealed(String newSealedIdNumber) {
        return new Subject(id, kind, uscc, name, division, status, registered, registeredAsOf, registeredBy, names,
                divisions, sources, idType, newSealedIdNumber, origin, unity, version);
    }
}
