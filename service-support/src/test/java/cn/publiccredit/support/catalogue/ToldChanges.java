package cn.publiccredit.support.catalogue;

import feign.FeignException;
import feign.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feed of changes that says what the test wants; cursors are {@code <history>:<number>}. */
final class ToldChanges implements ChangeClient {

    private static final Request REQUEST =
            Request.create(Request.HttpMethod.GET, "/", Map.of(), null, StandardCharsets.UTF_8, null);

    private final List<ChangePage.Change> told = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    String history = "a";
    boolean silent;
    @Nullable RuntimeException garbage;

    void tell(String kind, String code) {
        told.add(new ChangePage.Change(kind, code));
    }

    /** As a catalogue that was set up anew: other changes under the same numbers. */
    void beginAnew() {
        history += "'";
    }

    @Override
    public ChangePage changes(int limit, @Nullable String after) {
        asked.add(String.valueOf(after));
        if (silent) {
            throw new FeignException.ServiceUnavailable("silent", REQUEST, null, null);
        }
        if (garbage != null) {
            throw garbage;
        }
        int from = 0;
        if (after != null) {
            if (!after.startsWith(history + ":")) {
                throw new FeignException.Gone("gone", REQUEST,
                        "{\"type\":\"t\",\"title\":\"t\",\"status\":410,\"code\":\"catalog.changes.cursor-unknown\"}"
                                .getBytes(StandardCharsets.UTF_8), null);
            }
            from = Integer.parseInt(after.substring(history.length() + 1));
        }
        int to = Math.min(told.size(), from + limit);
        return new ChangePage(told.subList(from, to), history + ":" + to);
    }
}
