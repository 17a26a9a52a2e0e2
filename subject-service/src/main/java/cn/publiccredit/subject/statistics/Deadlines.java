package cn.publiccredit.subject.statistics;

import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import cn.publiccredit.subject.rulebook.RuleBooks;
import cn.publiccredit.subject.rulebook.WorkingDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Until when documents are to be supplied, by their item's rule and the working calendar; made for one circular. */
final class Deadlines {

    private final RuleBook rules;
    private final WorkingDays days;
    private final Map<String, Optional<CatalogItem>> items = new HashMap<>();
    private final Map<String, Map<LocalDate, Optional<LocalDate>>> dues = new HashMap<>();

    Deadlines(RuleBook rules, RuleBooks books) {
        this.rules = rules;
        this.days = books.workingDays();
    }

    /** The item's rule; empty when it sets no time, or the catalogue does not have the item any more. */
    Optional<CatalogItem.Timeliness> rule(String item) {
        return item(item).flatMap(i -> Optional.ofNullable(i.timeliness()));
    }

    String name(String item) {
        return item(item).map(CatalogItem::name).orElse(item);
    }

    private Optional<CatalogItem> item(String code) {
        return items.computeIfAbsent(code, c -> rules.item(c).map(RuleBook.Found::item));
    }

    /** The last day on which a document of this day is in time; empty when the calendar does not reach so far. */
    Optional<LocalDate> due(String item, LocalDate document, int workingDays) {
        return dues.computeIfAbsent(item, i -> new HashMap<>())
                .computeIfAbsent(document, day -> days.after(day, workingDays));
    }
}
