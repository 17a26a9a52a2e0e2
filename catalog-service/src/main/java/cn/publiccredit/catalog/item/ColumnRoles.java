package cn.publiccredit.catalog.item;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which column says what the platform must know about any row; null where the item has no such column. */
record ColumnRoles(
        @Nullable String subjectName,
        @Nullable String subjectKind,
        @Nullable String uscc,
        @Nullable String registrationNumber,
        @Nullable String personIdType,
        @Nullable String personIdNumber,
        @Nullable String documentNumber,
        @Nullable String documentName,
        @Nullable String documentDate,
        @Nullable String authority,
        @Nullable String authorityUscc,
        @Nullable String sourceName,
        @Nullable String sourceUscc,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String publicUntil,
        @Nullable String registeredAddress,
        @Nullable String registeredDate,
        @Nullable String registeredType,
        @Nullable String registeredCapital,
        @Nullable String businessScope) {

    /** The columns that have a role. */
    Stream<String> columns() {
        return Stream.of(subjectName, subjectKind, uscc, registrationNumber, personIdType, personIdNumber,
                documentNumber, documentName, documentDate, authority, authorityUscc, sourceName, sourceUscc,
                validFrom, validTo, publicUntil, registeredAddress, registeredDate,
                registeredType, registeredCapital, businessScope).filter(Objects::nonNull);
    }
}
