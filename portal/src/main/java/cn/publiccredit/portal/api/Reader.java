package cn.publiccredit.portal.api;

import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API will know of the person at the page, from the token that it will judge by. Pages offer by it what somebody may
 * do; whether it is done is for the API to say. Templates know it as {@code @reader}.
 */
@Component("reader")
public class Reader {

    private final ReaderIdentity identity;
    private final JsonMapper json;

    Reader(ReaderIdentity identity, JsonMapper json) {
        this.identity = identity;
        this.json = json;
    }

    /** Whether the person has one of these roles of the realm, such as {@code city-operator}. */
    public boolean is(String... roles) {
        List<String> any = List.of(roles);
        return claims().at("/realm_access/roles").valueStream().anyMatch(role -> any.contains(role.asString("")));
    }

    /** Whether the person's account belongs to the organisation with this code. */
    public boolean isOf(String uscc) {
        return !uscc.isEmpty() && uscc.equals(claims().path("org").asString(""));
    }

    private JsonNode claims() {
        try {
            String[] parts = identity.token().split("\\.", 3);
            return parts.length < 3 ? json.nullNode() : json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (ApiFailure | IllegalArgumentException | JacksonException nobodyKnown) {
            return json.nullNode();
        }
    }
}
