package cn.publiccredit.subject.record;

import cn.publiccredit.subject.personal.PersonalData;
import cn.publiccredit.subject.personal.rotation.SealedStore;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Personal data in records, in all their versions, for when the key changes. A new key makes no new version. */
@Configuration(proxyBeanMethods = false)
class SealedRecords {

    @Bean
    SealedStore sealedRecordDocuments(RecordStore store, PersonalData personal) {
        return new Versions("records", store.records(), personal) {
            @Override
            List<Document> versionsOf(Document document) {
                List<Document> all = new ArrayList<>(document.getList("past", Document.class));
                all.add(document.get("current", Document.class));
                return all;
            }

            @Override
            Bson unchanged(Document document) {
                return Filters.eq("version", document.getInteger("version"));
            }
        };
    }

    @Bean
    SealedStore sealedRecordVersions(RecordStore store, PersonalData personal) {
        return new Versions("recordVersions", store.archive(), personal) {
            @Override
            List<Document> versionsOf(Document document) {
                return List.of(document);
            }

            @Override
            Bson unchanged(Document document) {
                return Filters.empty();
            }
        };
    }

    private abstract static class Versions implements SealedStore {

        private final String name;
        private final MongoCollection<Document> documents;
        private final PersonalData personal;

        Versions(String name, MongoCollection<Document> documents, PersonalData personal) {
            this.name = name;
            this.documents = documents;
            this.personal = personal;
        }

        abstract List<Document> versionsOf(Document document);

        abstract Bson unchanged(Document document);

        @Override
        public String name() {
            return name;
        }

        @Override
        public Stretch reseal(@Nullable String after, int limit) {
            List<Document> read = documents.find(after == null ? new Document() : Filters.gt("_id", after))
                    .sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>());
            long resealed = 0;
            for (Document document : read) {
                String id = document.getString("_id");
                long values = resealed(id.contains("/") ? id.substring(0, id.indexOf('/')) : id, document);
                if (values > 0) {
                    documents.replaceOne(Filters.and(Filters.eq("_id", id), unchanged(document)), document);
                    resealed += values;
                }
            }
            return new Stretch(read.isEmpty() ? null : read.getLast().getString("_id"), resealed);
        }

        private long resealed(String record, Document document) {
            long values = 0;
            for (Document version : versionsOf(document)) {
                Document data = version.get("content", Document.class).get("data", Document.class);
                Map<String, String> stored = new LinkedHashMap<>();
                data.forEach((column, value) -> stored.put(column, value.toString()));
                Optional<Map<String, String>> anew = personal.resealed(record, stored);
                if (anew.isPresent()) {
                    data.putAll(anew.get());
                    values++;
                }
            }
            return values;
        }
    }
}
