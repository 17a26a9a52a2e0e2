package cn.publiccredit.catalog.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An item as the list of items shows it. */
record ItemSummary(
        String code,
        String name,
        String nameEn,
        String classCode,
        String className,
        String edition,
        int version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        CatalogItem.Disclosure disclosure,
        int columns) {

    static ItemSummary of(CatalogItem item) {
        return new ItemSummary(item.code(), item.name(), item.nameEn(), item.classCode(), item.className(),
                item.edition(), item.version(), item.effectiveFrom(), item.effectiveTo(),
                item.disclosure(), item.columns().size());
    }
}
