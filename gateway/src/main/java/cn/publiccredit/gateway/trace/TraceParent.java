package cn.publiccredit.gateway.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C Trace Context, version 00. */
record TraceParent(String value) {

    private static final Pattern SANE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    /** The caller's own if it is well-formed, else the start of a new trace. */
    static TraceParent of(@Nullable String received, double sampling) {
        if (received != null && SANE.matcher(received).matches()) {
            return new TraceParent(received);
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String trace = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1);
        String flags = random.nextDouble() < sampling ? "01" : "00";
        return new TraceParent("00-" + trace + "-" + HEX.toHexDigits(random.nextLong() | 1) + "-" + flags);
    }

    String traceId() {
        return value.substring(3, 35);
    }
}
