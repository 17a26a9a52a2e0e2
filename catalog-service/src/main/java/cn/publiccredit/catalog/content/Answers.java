package cn.publiccredit.catalog.content;

import cn.publiccredit.support.web.Cursor;
import cn.publiccredit.support.web.Page;
import cn.publiccredit.support.web.Paging;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers of content: a strong entity tag from what is sent, so that a client asks again for a few bytes only. */
@Component
public class Answers {

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /** The body with its tag; Spring answers 304 where the client has it already. */
    public <T> ResponseEntity<T> tagged(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(tag(body))
                .body(body);
    }

    /** The tag that {@link #tagged} gives this body, in quotes. */
    public String tag(Object body) {
        return "\"" + Canonical.sha256(json.writeValueAsBytes(body)).substring(0, 32) + "\"";
    }

    /** One page of content that is sorted by code, each piece as the list shows it. */
    public <T extends Versioned, R> ResponseEntity<Page<Shown<R>>> page(
            List<Shown<T>> all, Paging paging, Function<T, R> listed) {
        String after = paging.cursor(1).map(Cursor::first).orElse("");
        List<Shown<T>> read = all.stream()
                .filter(shown -> shown.content().code().compareTo(after) > 0)
                .limit(paging.limitPlusOne())
                .toList();
        Page<Shown<T>> page = Page.of(read, paging, shown -> Cursor.at(shown.content().code()));
        return tagged(page.map(shown -> shown.<R>map(listed)));
    }
}
