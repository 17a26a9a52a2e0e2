package cn.publiccredit.subject.collection.judgement;

import cn.publiccredit.subject.rulebook.CatalogItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** The items that catalog-service ships, read from where it keeps them. */
public final class Items {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Items() {}

    public static CatalogItem item(String code) {
        return JSON.readValue(json(code), CatalogItem.class);
    }

    /** An item as JSON that a test has changed. */
    public static CatalogItem parsed(String json) {
        return JSON.readValue(json, CatalogItem.class);
    }

    public static String json(String code) {
        return shipped("items", code);
    }

    /** The code set of divisions, withdrawn ones included. */
    public static String divisions() {
        return shipped("code-sets", "divisions");
    }

    private static String shipped(String folder, String name) {
        try {
            return Files.readString(Path.of("..", "catalog-service", "src", "main", "resources", "catalog", folder,
                    name + "-1.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
