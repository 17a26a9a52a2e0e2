package cn.publiccredit.subject.record;

import org.jspecify.annotations.Nullable;

/**
 * Whom a row is about, as far as the row tells.
 *
 * @param uscc a valid unified social credit code; null for persons and for businesses that have none yet
 * @param registrationNumber the old business registration number, where there is no code
 * @param registered what the register says; only for rows of the register itself
 */
public record IncomingSubject(
        SubjectKind kind,
        @Nullable String uscc,
        String name,
        @Nullable String personIdType,
        @Nullable String personIdNumber,
        @Nullable String registrationNumber,
        @Nullable Registered registered) {}
