package cn.publiccredit.subject.rulebook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is to supply what, and how soon, by the catalogue. */
public sealed interface Duties {

    /** An organisation that is registered. @param division where it belongs; null when that is not known */
    record Supplier(String name, @Nullable String division, Set<String> items) {

        public Supplier {
            items = Set.copyOf(items);
        }
    }

    /** The item's name; its code when the catalogue has none. */
    String itemName(String item);

    /** Within how long the item's rows are to come; empty when the catalogue sets no time. */
    Optional<CatalogItem.Timeliness> timeliness(String item);

    /** How many items there are. */
    int itemsInForce();

    /** Who is registered, by code. */
    Map<String, Supplier> suppliers();

    /** By the catalogue as it is; made for one piece of work, in which each item is looked up once. */
    final class Now implements Duties {

        private final RuleBook rules;
        private final int itemsInForce;
        private final Map<String, Supplier> suppliers;
        private final Map<String, Optional<CatalogItem>> items = new HashMap<>();

        Now(RuleBook rules, RuleBooks books) {
            this.rules = rules;
            this.itemsInForce = books.items().size();
            this.suppliers = books.suppliers();
        }

        @Override
        public String itemName(String item) {
            return item(item).map(CatalogItem::name).orElse(item);
        }

        @Override
        public Optional<CatalogItem.Timeliness> timeliness(String item) {
            return item(item).flatMap(found -> Optional.ofNullable(found.timeliness()));
        }

        private Optional<CatalogItem> item(String code) {
            return items.computeIfAbsent(code, c -> rules.item(c).map(RuleBook.Found::item));
        }

        @Override
        public int itemsInForce() {
            return itemsInForce;
        }

        @Override
        public Map<String, Supplier> suppliers() {
            return suppliers;
        }
    }

    /** By the catalogue as it was on a day. @param suppliers by code */
    record Then(Map<String, Item> items, Map<String, Supplier> suppliers) implements Duties {

        /** An item that was in force. */
        record Item(String name, CatalogItem.@Nullable Timeliness timeliness) {}

        public Then {
            items = Map.copyOf(items);
            suppliers = Map.copyOf(suppliers);
        }

        @Override
        public String itemName(String item) {
            Item known = items.get(item);
            return known == null ? item : known.name();
        }

        @Override
        public Optional<CatalogItem.Timeliness> timeliness(String item) {
            return Optional.ofNullable(items.get(item)).flatMap(known -> Optional.ofNullable(known.timeliness()));
        }

        @Override
        public int itemsInForce() {
            return items.size();
        }
    }
}
