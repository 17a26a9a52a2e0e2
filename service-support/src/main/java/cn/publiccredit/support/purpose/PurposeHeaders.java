package cn.publiccredit.support.purpose;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The purpose as HTTP headers: UTF-8, percent-encoded, because headers carry ASCII only. */
public final class PurposeHeaders {

    public static final String PURPOSE = "Credit-Purpose";
    public static final String MATTER = "Credit-Matter";
    public static final String CONSENT = "Credit-Consent";

    private PurposeHeaders() {}

    /** The headers to send with a call to another service, values encoded. */
    public static Map<String, String> of(Purpose purpose) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(PURPOSE, encode(purpose.purpose()));
        if (purpose.matter() != null) {
            headers.put(MATTER, encode(purpose.matter()));
        }
        if (purpose.consent() != null) {
            headers.put(CONSENT, encode(purpose.consent()));
        }
        return headers;
    }

    static @Nullable String decode(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return header;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
