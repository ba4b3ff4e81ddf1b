package org.xiangmuzhang.webhooks.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where a URL leads, looked up now. An address in a network that is not public refuses the whole:
 * behind it stands what trusts its neighbours.
 */
public final class Addresses {

    private static final String PLAIN = "http";

    private final Names names;
    private final boolean loopback;

    /** Looks names up. */
    public interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * Addresses that names lead to.
     *
     * @param loopback whether this machine itself may be sent to, also without TLS
     */
    public Addresses(Names names, boolean loopback) {
        this.names = names;
        this.loopback = loopback;
    }

    /**
     * What a look-up found.
     *
     * @param outcome ANSWERED, HOST_NOT_FOUND or ADDRESS_REFUSED
     * @param all empty unless ANSWERED
     */
    public record Found(Outcome outcome, List<InetAddress> all) {}

    public Found of(URI url) {
        try {
            List<InetAddress> all = List.of(names.of(literal(url.getHost())));
            boolean tls = !PLAIN.equalsIgnoreCase(url.getScheme());
            return all.isEmpty() || !all.stream().allMatch(address -> isOpen(address, tls))
                    ? new Found(Outcome.ADDRESS_REFUSED, List.of())
                    : new Found(Outcome.ANSWERED, all);
        } catch (UnknownHostException e) {
            return new Found(Outcome.HOST_NOT_FOUND, List.of());
        }
    }

    private boolean isOpen(InetAddress address, boolean tls) {
        return loopback && address.isLoopbackAddress() || tls && Networks.isPublic(address);
    }

    /** An IPv6 address without its brackets. */
    static String literal(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
