package cn.publiccredit.catalog.item;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column says what the platform must know about any row; null where the item has no such column.
 *
 * @param publicUntil the last day on which the source wants it to be public
 * @param publicityFrom the day from which publicity is counted; where it is blank, the document's date
 * @param repairedOn the day on which what the row tells of was put right; the record is repaired and not public any more
 * @param endedOn the day on which what the row tells of ended, such as removal from a list; from then on it is not public
 */
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
        @Nullable String endedOn,
        @Nullable String publicityFrom,
        @Nullable String repairedOn,
        @Nullable String registeredAddress,
        @Nullable String registeredDate,
        @Nullable String registeredType,
        @Nullable String registeredCapital,
        @Nullable String businessScope) {

    /** The columns that have a role. */
    Stream<String> columns() {
        return Stream.of(subjectName, subjectKind, uscc, registrationNumber, personIdType, personIdNumber,
                documentNumber, documentName, documentDate, authority, authorityUscc, sourceName, sourceUscc,
                validFrom, validTo, publicUntil, endedOn, publicityFrom, repairedOn, registeredAddress, registeredDate,
                registeredType, registeredCapital, businessScope).filter(Objects::nonNull);
    }
}
