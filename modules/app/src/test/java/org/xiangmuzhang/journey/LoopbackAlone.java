package org.xiangmuzhang.journey;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * A world of this machine alone: every look-up of another name and every connection to another
 * address fails and is counted. As a resolver it is found through a service file.
 */
public final class LoopbackAlone extends InetAddressResolverProvider {

    private static final Queue<String> LOOKUPS = new ConcurrentLinkedQueue<>();
    private static final Queue<String> OWN_NAME = new ConcurrentLinkedQueue<>();

    /** A system property, since the JDK's own classes cannot see a field of this one. */
    private static final String CONNECTIONS = "xiangmuzhang.test.refused-connections";

    private static final String[] GUARDED = {
        "java.net.Socket", "sun.nio.ch.SocketChannelImpl", "sun.nio.ch.DatagramChannelImpl"
    };

    /** Shuts the ways out of this JVM: sockets, channels and datagrams. */
    static void shut() {
        System.setProperty(CONNECTIONS, "");
        Stream.of(GUARDED).forEach(LoopbackAlone::load);
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .ignore(none())
                .type(namedOneOf(GUARDED))
                .transform(
                        (builder, type, loader, module, domain) ->
                                builder.visit(
                                        Advice.to(Gate.class)
                                                .on(
                                                        named("connect")
                                                                .and(
                                                                        takesArgument(
                                                                                0,
                                                                                SocketAddress
                                                                                        .class)))))
                .installOn(ByteBuddyAgent.install());
    }

    /** What is not there yet when the guards come would be missed. */
    private static void load(String name) {
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who asked for this machine's own name; that is answered with loopback. */
    static List<String> ownNameLookups() {
        return List.copyOf(OWN_NAME);
    }

    static List<String> refusedLookups() {
        return List.copyOf(LOOKUPS);
    }

    static List<String> refusedConnections() {
        return System.getProperty(CONNECTIONS, "").lines().toList();
    }

    /** Copied into the JDK's classes, so that it may use nothing but the JDK. */
    static final class Gate {

        private Gate() {}

        @Advice.OnMethodEnter
        static void pass(@Advice.Argument(0) SocketAddress to) throws IOException {
            if (to instanceof InetSocketAddress) {
                InetAddress address = ((InetSocketAddress) to).getAddress();
                if (address == null
                        || !address.isLoopbackAddress() && !address.isAnyLocalAddress()) {
                    System.setProperty(
                            "xiangmuzhang.test.refused-connections",
                            System.getProperty("xiangmuzhang.test.refused-connections", "")
                                    .concat(to.toString())
                                    .concat("\n"));
                    throw new ConnectException("Only loopback exists");
                }
            }
        }
    }

    @Override
    public String name() {
        return "loopback alone";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
                    throws UnknownHostException {
                if (host.equalsIgnoreCase("localhost")) {
                    return Stream.of(
                            InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}));
                }
                if (host.equals(configuration.lookupLocalHostName())) {
                    OWN_NAME.add(whoAsked());
                    return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
                }
                LOOKUPS.add(host + " by " + whoAsked());
                throw new UnknownHostException(host);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                if (InetAddress.getByAddress(address).isLoopbackAddress()) {
                    return "localhost";
                }
                LOOKUPS.add(InetAddress.getByAddress(address) + " by " + whoAsked());
                throw new UnknownHostException();
            }
        };
    }

    /** The nearest callers outside of the JDK's network classes. */
    private static String whoAsked() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.map(StackWalker.StackFrame::toString)
                                        .filter(frame -> !frame.contains("java.net."))
                                        .filter(frame -> !frame.contains("LoopbackAlone"))
                                        .limit(8)
                                        .toList()
                                        .toString());
    }
}
