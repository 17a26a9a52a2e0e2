package cn.publiccredit.portal.api;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Files of the API that a reader gets as they are. */
public final class PassedOn {

    // With its own content policy a page that the API made keeps its looks, and still runs nothing.
    private static final List<String> HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CACHE_CONTROL, "Content-Security-Policy");

    private PassedOn() {}

    public static CreditApi.Download to(HttpServletResponse response) {
        return (headers, body) -> {
            HEADERS.forEach(name -> {
                @Nullable String value = headers.getFirst(name);
                if (value != null) {
                    response.setHeader(name, value);
                }
            });
            body.transferTo(response.getOutputStream());
        };
    }
}
