package cn.publiccredit.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers, as subject-service does, under which ids subjects are known; with a field that came later, which nobody minds. */
public final class Identifying implements ResponseDefinitionTransformerV2 {

    public static final String NAME = "identifying";
    /** Merged codes and the code that stands for each. */
    public static final Map<String, String> MERGED = new ConcurrentHashMap<>();

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        List<Object> identities = new ArrayList<>();
        for (JsonNode id : JSON.readTree(event.getRequest().getBody()).get("ids")) {
            String standing = MERGED.getOrDefault(id.asString(), id.asString());
            List<String> ids = new ArrayList<>(List.of(standing));
            MERGED.forEach((old, now) -> {
                if (now.equals(standing)) {
                    ids.add(old);
                }
            });
            identities.add(Map.of("asked", id.asString(), "id", standing, "ids", ids, "addedLater", true));
        }
        return ResponseDefinitionBuilder.okForJson(Map.of("identities", identities)).build();
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }
}
