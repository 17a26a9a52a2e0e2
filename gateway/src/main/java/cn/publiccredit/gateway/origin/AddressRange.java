package cn.publiccredit.gateway.origin;

import java.net.InetAddress;
import java.util.Arrays;

/** A block of IP addresses in CIDR form, or one address; never a host name, so nothing here asks the DNS. */
public record AddressRange(InetAddress base, int prefix) {

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address. */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int bits = base.getAddress().length * 8;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("address range " + text + " has an impossible prefix length");
        }
        return new AddressRange(base, prefix);
    }

    /** Whether the address lies in this block. */
    public boolean contains(InetAddress address) {
        return Arrays.equals(cut(address, prefix), cut(base, prefix));
    }

    /** The first bits of an address, the rest zero. */
    static byte[] cut(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int keep = Math.clamp(prefix - i * 8L, 0, 8);
            bytes[i] &= (byte) (0xFF << (8 - keep));
        }
        return bytes;
    }
}
