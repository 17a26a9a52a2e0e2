package cn.publiccredit.local.launch;

import cn.publiccredit.local.suite.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What an application is told by its environment: addresses, the store, secrets of its own. */
record ApplicationSettings(
        Addresses addresses, Secrets secrets, String storeUri, Path data, Map<String, String> more) {

    Map<String, String> of(Part part) {
        Map<String, String> settings = new HashMap<>();
        for (Part other : Part.applications()) {
            settings.put(other.urlSetting(), addresses.of(other).toString());
        }
        settings.put("MONGODB_URI", storeUri);
        settings.put("KEYCLOAK_ISSUER", addresses.issuer().toString());
        settings.put("CREDIT_CLIENT_SECRET", secrets.client(part));
        settings.put("SERVER_PORT", String.valueOf(addresses.ports().of(part)));
        // Nobody but this machine: peers trust each other's network here.
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        // The portal asks the gateway on behalf of all its readers, whose pages the gateway has counted already.
        settings.put("TRUSTED_CALLERS", "127.0.0.0/8");
        settings.put("CREDIT_FIELD_KEY", secrets.fieldKey());
        settings.put("CREDIT_LOOKUP_KEY", secrets.lookupKey());
        settings.put("CREDIT_SEAL_KEY_DIR", secrets.sealKeys().toString());
        settings.put("CREDIT_RULE_BOOK_DIR", data.resolve("rule-books").toString());
        settings.put("CREDIT_VERIFICATION_BASE", addresses.of(Part.GATEWAY) + "/verify");
        settings.putAll(more);
        return settings;
    }
}
