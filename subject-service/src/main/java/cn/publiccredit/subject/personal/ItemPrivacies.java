package cn.publiccredit.subject.personal;

import cn.publiccredit.subject.personal.ItemPrivacy.ColumnPrivacy;
import cn.publiccredit.subject.personal.ItemPrivacy.Disclosure;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue's items as far as confidentiality goes. What the catalogue words in an unknown way is treated as closed. */
@Component
public class ItemPrivacies {

    private record Read(CatalogItem from, ItemPrivacy privacy) {}

    private final RuleBook rules;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    ItemPrivacies(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * The item of this code as it stands now; empty when there is none.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent and the item was never seen
     */
    public Optional<ItemPrivacy> item(String code) {
        return rules.item(code).map(found -> {
            Read last = read.get(code);
            if (last == null || last.from() != found.item()) {
                last = new Read(found.item(), privacy(found.item()));
                read.put(code, last);
            }
            return last.privacy();
        });
    }

    /** The item of a stored record; one that the catalogue no longer has is closed but readable to those entitled. */
    public ItemPrivacy ofRecord(String code) {
        return item(code).orElseGet(() -> new ItemPrivacy(code, Disclosure.CONSENT, Map.of(), null, null));
    }

    private static ItemPrivacy privacy(CatalogItem item) {
        Map<String, ColumnPrivacy> columns = new LinkedHashMap<>();
        item.columns().forEach(column -> columns.put(column.code(), new ColumnPrivacy(
                named(PersonalClass.class, column.personal(), PersonalClass.NONE, PersonalClass.ID_NUMBER),
                named(PublicMask.class, column.publicMask(), PublicMask.NONE, PublicMask.HIDE),
                PersonalNumbers.of(item, column))));
        Disclosure disclosure = named(Disclosure.class, item.disclosure(), Disclosure.CONSENT, Disclosure.CONSENT);
        return new ItemPrivacy(item.code(), disclosure, columns,
                item.role("subjectName").orElse(null), item.role("personIdNumber").orElse(null));
    }

    private static <E extends Enum<E>> E named(Class<E> type, @Nullable String name, E absent, E unknown) {
        if (name == null || name.isEmpty()) {
            return absent;
        }
        return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(name)).findFirst().orElse(unknown);
    }
}
