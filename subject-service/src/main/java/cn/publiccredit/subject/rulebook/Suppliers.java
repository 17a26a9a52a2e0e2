package cn.publiccredit.subject.rulebook;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Who supplies what, as the catalogue registers its sources; as last known while it is silent. */
@Component
public class Suppliers {

    private final RuleBooks books;

    Suppliers(RuleBooks books) {
        this.books = books;
    }

    /**
     * Whether an organisation may supply an item: one that sources are registered for is taken from these alone, so that nobody
     * else can rewrite the register; one that nobody is registered for is taken from any department.
     *
     * @throws cn.publiccredit.support.problem.Problem 503 when the catalogue is silent and was never asked
     */
    public boolean maySupply(String uscc, String item) {
        Map<String, RuleBooks.Source> sources = books.sources();
        RuleBooks.Source own = sources.get(uscc);
        return (own != null && own.items().contains(item))
                || sources.values().stream().noneMatch(source -> source.items().contains(item));
    }
}
