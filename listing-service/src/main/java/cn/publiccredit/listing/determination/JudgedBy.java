package cn.publiccredit.listing.determination;

import cn.publiccredit.listing.rulebook.ListDefinition;
import cn.publiccredit.listing.rulebook.ListKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a case is judged by, as they were when it was proposed: a later version of the list changes nothing for it.
 *
 * @param version the list definition's version; null where the catalogue keeps only one
 */
record JudgedBy(
        String list,
        String listName,
        ListKind kind,
        @Nullable Integer version,
        @Nullable String authority,
        @Nullable String legalBasis,
        @Nullable Integer termMonths,
        int noticeWorkingDays,
        List<String> measures) {

    static JudgedBy of(ListDefinition list) {
        return new JudgedBy(list.code(), list.name(), list.kind(), list.version(), list.authority(), list.legalBasis(),
                list.termMonths(), list.noticeWorkingDays(), list.measures());
    }
}
