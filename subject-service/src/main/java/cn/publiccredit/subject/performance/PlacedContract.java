package cn.publiccredit.subject.performance;

import cn.publiccredit.subject.record.Within;
import cn.publiccredit.support.identity.Division;
import org.bson.Document;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;
import org.springframework.stereotype.Component;

/** Keeps with a contract where its body lies, for the lists of a division. */
@Component
class PlacedContract implements BeforeSaveCallback<Contract> {

    @Override
    public Contract onBeforeSave(Contract contract, Document document, String collection) {
        document.append(Within.FIELD, Within.of(new Division(contract.body().division())));
        return contract;
    }
}
