package org.xiangmuzhang.webhooks.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses lie in the public network (RFC 6890 and the registries that it began). */
final class Networks {

    private static final int BITS = 8;
    private static final int V4 = 4;

    /**
     * This network, private, shared (CGNAT), loopback, link-local, assigned, examples, multicast.
     */
    private static final List<Block> NOT_PUBLIC_4 =
            blocks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /** Only this part of IPv6 is given out for global use. */
    private static final Block GLOBAL_6 = block("2000::/3");

    /** Teredo and other protocols, and examples. */
    private static final List<Block> NOT_PUBLIC_6 =
            blocks("2001::/23", "2001:db8::/32", "3fff::/20");

    /** Carries an IPv4 address behind its first bytes. */
    private static final Block SIX_TO_FOUR = block("2002::/16");

    private static final Block TRANSLATED = block("64:ff9b::/96");

    private Networks() {}

    private record Block(byte[] start, int length) {

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = length / BITS;
            int rest = length % BITS;
            int mask = 0xFF << (BITS - rest);
            return Arrays.equals(address, 0, whole, start, 0, whole)
                    && (rest == 0 || (address[whole] & mask) == (start[whole] & mask));
        }
    }

    /** An IPv4 address written as IPv6 is judged as what it is: Java reads it as IPv4. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == V4) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(bytes));
        }
        if (TRANSLATED.contains(bytes)) {
            return isPublic(inside(bytes, bytes.length - V4));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return isPublic(inside(bytes, 2));
        }
        return GLOBAL_6.contains(bytes)
                && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static InetAddress inside(byte[] bytes, int from) {
        return address(Arrays.copyOfRange(bytes, from, from + V4));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(Networks::block).toList();
    }

    private static Block block(String text) {
        String[] parts = text.split("/");
        return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    }
}
