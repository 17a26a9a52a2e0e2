package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.record.Within;
import cn.publiccredit.support.identity.Division;
import org.bson.Document;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;
import org.springframework.stereotype.Component;

/** Keeps with a claim where its body lies, for the lists of a division. */
@Component
class PlacedArrears implements BeforeSaveCallback<Arrears> {

    @Override
    public Arrears onBeforeSave(Arrears arrears, Document document, String collection) {
        document.append(Within.FIELD, Within.of(new Division(arrears.body().division())));
        return arrears;
    }
}
