package cn.publiccredit.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

final class Databases {

    private Databases() {}

    static void drop(String uri, String database) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(database).drop();
        }
    }
}
