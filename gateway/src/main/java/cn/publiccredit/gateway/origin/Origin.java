package cn.publiccredit.gateway.origin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from and how the caller addressed us.
 *
 * @param client the caller's own address
 * @param scheme http or https, as the caller used it
 * @param host host and port, as the caller used them; null if HTTP/1.0 named none
 */
public record Origin(InetAddress client, String scheme, @Nullable String host) {

    private static final String ATTRIBUTE = Origin.class.getName();

    /** The origin that {@link OriginFilter} found for this request. */
    public static Origin of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Origin origin) {
            return origin;
        }
        throw new IllegalStateException("request did not pass the origin filter");
    }

    void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The caller's address; of IPv6 only the network, since one household owns 2^64 addresses. */
    public InetAddress network() {
        try {
            return InetAddress.getByAddress(AddressRange.cut(client, client.getAddress().length == 4 ? 32 : 64));
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port that belongs to {@link #host()}. */
    public String port() {
        int colon = host == null ? -1 : host.lastIndexOf(':');
        boolean named = colon > 0 && host != null && host.indexOf(']', colon) < 0;
        return named && host != null ? host.substring(colon + 1) : scheme.equals("https") ? "443" : "80";
    }
}
