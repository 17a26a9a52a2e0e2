package cn.publiccredit.portal.catalogue;

import cn.publiccredit.portal.api.ApiFailure;
import cn.publiccredit.portal.api.CreditApi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What waits for a decision, as far as the reader may see it. */
@Component
class Desk {

    private final CreditApi api;

    Desk(CreditApi api) {
        this.api = api;
    }

    /** Every item of a list of the API, page after page; null when the reader may not see it. */
    @Nullable List<JsonNode> all(String path) {
        return allowed(() -> {
            List<JsonNode> all = new ArrayList<>();
            String after = "";
            do {
                JsonNode page = api.personal(path + "&after={after}", after);
                page.path("items").forEach(all::add);
                after = page.path("next").asString("");
            } while (!after.isEmpty());
            return all;
        });
    }

    /** What is there with its tag; null when nothing is, or the reader may not see it. */
    CreditApi.@Nullable Tagged one(String path, Object... variables) {
        try {
            return allowed(() -> api.personalTagged(path, variables));
        } catch (ApiFailure failure) {
            if (failure.status() == 404) {
                return null;
            }
            throw failure;
        }
    }

    private static <T> @Nullable T allowed(Supplier<T> read) {
        try {
            return read.get();
        } catch (ApiFailure failure) {
            if (failure.status() == 403) {
                return null;
            }
            throw failure;
        }
    }
}
