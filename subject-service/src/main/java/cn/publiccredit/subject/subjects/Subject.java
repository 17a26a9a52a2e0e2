package cn.publiccredit.subject.subjects;

import cn.publiccredit.subject.record.Registered;
import cn.publiccredit.subject.record.SubjectKind;
import cn.publiccredit.support.identity.Division;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
 * @param registeredAsOf when the batch arrived that {@code registered} comes from
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
        List<Name> names,
        Set<String> divisions,
        Set<String> sources,
        @Nullable String idType,
        @Nullable String sealedIdNumber,
        long version) {

    /** Whether the register has told of the subject, or only a record about it. */
    public enum Status {
        ACTIVE,
        STUB
    }

    /** A name and the day since which the platform knows it. */
    public record Name(String name, LocalDate from) {}

    public Subject {
        names = List.copyOf(names);
        divisions = Set.copyOf(divisions);
        sources = Set.copyOf(sources);
    }

    public boolean isPerson() {
        return kind == SubjectKind.PERSON;
    }

    /** Whether the subject, or a source that knows something about it, belongs to this division. */
    public boolean concerns(Division division) {
        return divisions.stream().anyMatch(code -> code.startsWith(division.significantDigits()));
    }
}
