package cn.publiccredit.subject.collection;

import cn.publiccredit.subject.record.Within;
import org.bson.Document;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;
import org.springframework.stereotype.Component;

/** Keeps with a batch where its source lies, for the lists of a division. */
@Component
class PlacedBatch implements BeforeSaveCallback<Batch> {

    @Override
    public Batch onBeforeSave(Batch batch, Document document, String collection) {
        document.append(Within.FIELD, Within.of(batch.source().place()));
        return batch;
    }
}
