package cn.publiccredit.subject.rulebook;

import cn.publiccredit.support.problem.Problem;
import org.springframework.stereotype.Component;

/** The catalogue's masks, as last known while it is silent; where none was ever told, the strictest. */
@Component
public class MaskRules {

    private final RuleBooks books;

    MaskRules(RuleBooks books) {
        this.books = books;
    }

    /** The mask of this kind of personal data; the strictest where the catalogue has none. */
    public MaskRule of(String kind) {
        try {
            return books.masks().stream().filter(rule -> kind.equals(rule.code())).findFirst().orElse(MaskRule.STRICTEST);
        } catch (Problem silent) {
            // Told of already, where it was found out.
            return MaskRule.STRICTEST;
        }
    }
}
