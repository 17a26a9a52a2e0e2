package cn.publiccredit.catalog.content;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Published versions in the document store: inserted once, never changed. */
@Component
class VersionStore {

    static final String COLLECTION = "published_versions";

    private final MongoTemplate mongo;

    VersionStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Stores what is not there yet. Several replicas may do so at once: whoever comes second finds the same content.
     *
     * @return how many were new
     * @throws ContentRefused when a version is there with another content
     */
    int publish(List<PublishedVersion> versions) {
        int added = 0;
        List<String> changed = new ArrayList<>();
        for (PublishedVersion version : versions) {
            PublishedVersion stored = mongo.findById(version.id(), PublishedVersion.class, COLLECTION);
            if (stored == null && insert(version)) {
                added++;
            } else if (!sameAs(version, stored)) {
                changed.add(version.origin() + ": " + version.id()
                        + " 已发布且内容不同，请改用新版本号 / is published with another content, use a new version number");
            }
        }
        if (!changed.isEmpty()) {
            throw new ContentRefused(changed);
        }
        return added;
    }

    private boolean insert(PublishedVersion version) {
        try {
            mongo.insert(version, COLLECTION);
            return true;
        } catch (DuplicateKeyException otherReplicaWasFirst) {
            return false;
        }
    }

    private boolean sameAs(PublishedVersion version, @Nullable PublishedVersion stored) {
        PublishedVersion there = stored != null
                ? stored : mongo.findById(version.id(), PublishedVersion.class, COLLECTION);
        return there != null && there.digest().equals(version.digest());
    }

    /** Every version of one code; the range of ids makes it an index scan of only these. */
    List<PublishedVersion> versions(String folder, String code) {
        return range(folder + "/" + code + "@", folder + "/" + code + "A");
    }

    List<PublishedVersion> versions(String folder) {
        return range(folder + "/", folder + "0");
    }

    private List<PublishedVersion> range(String from, String before) {
        return mongo.find(query(where("_id").gte(from).lt(before)), PublishedVersion.class, COLLECTION);
    }
}
