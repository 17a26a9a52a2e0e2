package cn.publiccredit.subject.commitment;

import cn.publiccredit.subject.record.Within;
import cn.publiccredit.support.identity.Division;
import org.bson.Document;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;
import org.springframework.stereotype.Component;

/** Keeps with a commitment where its authority lies, for the lists of a division. */
@Component
class PlacedCommitment implements BeforeSaveCallback<Commitment> {

    @Override
    public Commitment onBeforeSave(Commitment commitment, Document document, String collection) {
        document.append(Within.FIELD, Within.of(new Division(commitment.authority().division())));
        return commitment;
    }
}
