package cn.publiccredit.gateway.origin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Finds the origin of a request, believing X-Forwarded headers only as far as trusted proxies wrote them. */
@Component
public class Origins {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    private final List<AddressRange> proxies;
    private final List<AddressRange> metricsFrom;

    Origins(OriginSettings settings) {
        this.proxies = settings.trustedProxies().stream().map(AddressRange::of).toList();
        this.metricsFrom = settings.metricsFrom().stream().map(AddressRange::of).toList();
    }

    /** Whether the caller of this request may read metrics. */
    public boolean mayReadMetrics(HttpServletRequest request) {
        return isIn(metricsFrom, Origin.of(request).client());
    }

    /** Whether an address lies in one of the ranges. */
    public static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    Origin of(HttpServletRequest request) {
        InetAddress sender = InetAddress.ofLiteral(request.getRemoteAddr());
        if (!isIn(proxies, sender)) {
            return new Origin(sender, request.getScheme(), request.getHeader(HttpHeaders.HOST));
        }
        String scheme = last(request, "X-Forwarded-Proto");
        String host = last(request, "X-Forwarded-Host");
        return new Origin(
                client(sender, request),
                scheme != null && (scheme.equals("https") || scheme.equals("http")) ? scheme : request.getScheme(),
                host != null && HOST.matcher(host).matches() ? host : request.getHeader(HttpHeaders.HOST));
    }

    /** Walks the chain from our side: what stands left of an untrusted address is that address's own claim. */
    private InetAddress client(InetAddress sender, HttpServletRequest request) {
        InetAddress client = sender;
        String[] chain = String.join(",", java.util.Collections.list(request.getHeaders("X-Forwarded-For"))).split(",");
        for (int i = chain.length - 1; i >= 0 && isIn(proxies, client); i--) {
            try {
                client = InetAddress.ofLiteral(chain[i].strip());
            } catch (IllegalArgumentException notAnAddress) {
                break;
            }
        }
        return client;
    }

    private static @Nullable String last(HttpServletRequest request, String header) {
        String value = request.getHeader(header);
        return value == null ? null : value.substring(value.lastIndexOf(',') + 1).strip();
    }
}
