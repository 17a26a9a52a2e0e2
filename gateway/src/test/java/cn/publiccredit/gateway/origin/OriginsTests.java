package cn.publiccredit.gateway.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class OriginsTests {

    private final Origins origins = new Origins(
            new OriginSettings(List.of("10.0.0.0/8", "fd00::/8"), List.of("127.0.0.0/8", "::1")));

    @Test
    void aStrangersHeadersAreNotBelieved() {
        Origin origin = origins.of(request("203.0.113.1", "198.51.100.1"));
        assertThat(origin.client()).isEqualTo(InetAddress.ofLiteral("203.0.113.1"));
        assertThat(origin.scheme()).isEqualTo("http");
        assertThat(origin.host()).isEqualTo("gateway:8080");
    }

    @Test
    void theChainIsFollowedAsFarAsOurProxiesWroteIt() {
        Origin origin = origins.of(request("10.0.0.2", "198.51.100.1, 203.0.113.1, 10.9.9.9"));
        assertThat(origin.client()).isEqualTo(InetAddress.ofLiteral("203.0.113.1"));
        assertThat(origin.scheme()).isEqualTo("https");
        assertThat(origin.host()).isEqualTo("credit.example.cn");
        assertThat(origin.port()).isEqualTo("443");
    }

    @Test
    void rubbishInTheChainEndsIt() {
        assertThat(origins.of(request("10.0.0.2", "unknown")).client()).isEqualTo(InetAddress.ofLiteral("10.0.0.2"));
        assertThat(origins.of(request("10.0.0.2", "")).client()).isEqualTo(InetAddress.ofLiteral("10.0.0.2"));
        assertThat(origins.of(request("10.0.0.2", "evil.example, 10.1.1.1")).client())
                .isEqualTo(InetAddress.ofLiteral("10.1.1.1"));
    }

    @Test
    void aHouseholdsAddressesOfVersionSixCountAsOne() {
        Origin one = new Origin(InetAddress.ofLiteral("2001:db8:1:2:3::4"), "http", null);
        Origin other = new Origin(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"), "http", null);
        Origin neighbour = new Origin(InetAddress.ofLiteral("2001:db8:1:3::4"), "http", null);
        assertThat(one.network()).isEqualTo(other.network()).isNotEqualTo(neighbour.network());
    }

    @Test
    void thePortIsReadFromTheHostInAnyForm() {
        InetAddress any = InetAddress.ofLiteral("10.0.0.1");
        assertThat(new Origin(any, "http", "x:8080").port()).isEqualTo("8080");
        assertThat(new Origin(any, "http", "[::1]:8080").port()).isEqualTo("8080");
        assertThat(new Origin(any, "http", "[::1]").port()).isEqualTo("80");
        assertThat(new Origin(any, "https", "x").port()).isEqualTo("443");
    }

    @Test
    void rangesHoldWhatLiesInThem() {
        AddressRange range = AddressRange.of("172.16.0.0/12");
        assertThat(range.contains(InetAddress.ofLiteral("172.31.255.255"))).isTrue();
        assertThat(range.contains(InetAddress.ofLiteral("172.32.0.0"))).isFalse();
        assertThat(range.contains(InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(AddressRange.of("0.0.0.0/0").contains(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
        assertThatThrownBy(() -> AddressRange.of("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AddressRange.of("proxy.local")).isInstanceOf(IllegalArgumentException.class);
    }

    private static MockHttpServletRequest request(String sender, String chain) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(sender);
        request.addHeader("Host", "gateway:8080");
        request.addHeader("X-Forwarded-For", chain);
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "credit.example.cn");
        return request;
    }
}
