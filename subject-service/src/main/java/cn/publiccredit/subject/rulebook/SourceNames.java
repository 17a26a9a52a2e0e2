package cn.publiccredit.subject.rulebook;

import cn.publiccredit.support.problem.Problem;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What organisations that supply records are called: as the catalogue registers them, as last known while it is silent. A name is no
 * fact about a record: without it the page still stands.
 */
@Component
public class SourceNames {

    private static final String UNREGISTERED = "来源单位未登记（账号 ";

    private final RuleBooks books;

    SourceNames(RuleBooks books) {
        this.books = books;
    }

    /** As registered; empty when it is not, or while that was never known. */
    public Optional<String> registered(String uscc) {
        try {
            return Optional.ofNullable(books.sources().get(uscc)).map(RuleBooks.Source::name);
        } catch (Problem silent) {
            // Told of already, where it was found out.
            return Optional.empty();
        }
    }

    /** As registered, or else as it was called elsewhere. */
    public String or(String uscc, String otherwise) {
        return registered(uscc).orElse(otherwise);
    }

    /** As registered; for want of that it says so, and which account it was. */
    public String orAccount(String uscc, String account) {
        return or(uscc, UNREGISTERED + account + "）");
    }

    /** Whether this says only that there is no name. */
    public static boolean isUnregistered(String name) {
        return name.startsWith(UNREGISTERED);
    }
}
