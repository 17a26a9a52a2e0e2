package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.collection.judgement.Header;
import cn.publiccredit.subject.personal.ItemPrivacies;
import cn.publiccredit.subject.personal.Masks;
import cn.publiccredit.subject.rulebook.CatalogItem;
import cn.publiccredit.subject.rulebook.RuleBook;
import org.springframework.stereotype.Component;

/** Shows the rejects of a batch to others than the source that sent them. */
@Component
class RejectMasking {

    private final RuleBook rules;
    private final ItemPrivacies privacies;
    private final Masks masks;

    RejectMasking(RuleBook rules, ItemPrivacies privacies, Masks masks) {
        this.rules = rules;
        this.privacies = privacies;
        this.masks = masks;
    }

    MaskedRejects of(Batch batch) {
        CatalogItem item = rules.version(batch.item().code(), batch.item().version());
        return new MaskedRejects(masks, privacies.ofRecord(item.code()), item.role("subjectKind").orElse(null),
                Header.cellsByColumn(batch.titles(), item));
    }
}
