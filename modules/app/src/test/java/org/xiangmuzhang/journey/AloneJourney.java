package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A program of its own: starts the platform as it comes, with the embedded database, where only
 * loopback exists, plays a story and looks at the console, and then tries to get out itself.
 */
final class AloneJourney {

    private AloneJourney() {}

    public static void main(String[] arguments) throws IOException {
        LoopbackAlone.shut();
        Platform platform = Platform.startAsItComes();
        Story story = Story.begin(platform, "140500", "PT-PV-GROUND", "独处电站", "44");
        story.signMandate(platform.today().plusYears(1));
        story.drawPlan(Map.of("start", platform.today()));
        story.elsewhere("POWER-CONN", "供电-2026-1");
        UUID application = story.carryThrough("SITE-PREEXAM");
        story.as("applicant")
                .post(
                        "/api/supervision/ratings",
                        Map.of("application", application, "score", 5, "remark", "好"));
        platform.forwardTo(platform.today().plusDays(1));
        if (story.timeline().isEmpty()) {
            throw new AssertionError("The story left no trace");
        }
        Visitor visitor = Visitor.signIn(platform.address(), "steward-140500");
        List<String> pages = visitor.walk("/console", 40);
        tell("address", List.of(platform.address()));
        tell("page", pages);
        tell("lookup", LoopbackAlone.refusedLookups());
        tell("own-name", LoopbackAlone.ownNameLookups());
        tell("connection", LoopbackAlone.refusedConnections());
        tell("planted", planted());
        platform.stop();
        System.out.println("alone: done");
        System.exit(0);
    }

    /** What is counted when somebody does try. */
    private static List<String> planted() {
        int lookups = LoopbackAlone.refusedLookups().size();
        int connections = LoopbackAlone.refusedConnections().size();
        List<String> refused = new ArrayList<>();
        refused.add(attempt(() -> InetAddress.getByName("example.org")));
        refused.add(
                attempt(
                        () ->
                                InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1})
                                        .getCanonicalHostName()));
        InetSocketAddress outside =
                new InetSocketAddress(literal(new byte[] {(byte) 192, 0, 2, 1}), 443);
        refused.add(
                attempt(
                        () -> {
                            try (Socket socket = new Socket()) {
                                socket.connect(outside, 1);
                            }
                            return null;
                        }));
        refused.add(
                attempt(
                        () -> {
                            try (SocketChannel channel = SocketChannel.open()) {
                                channel.connect(outside);
                            }
                            return null;
                        }));
        refused.add((LoopbackAlone.refusedLookups().size() - lookups) + " look-ups");
        refused.add((LoopbackAlone.refusedConnections().size() - connections) + " connections");
        return refused;
    }

    private interface Attempt {
        @Nullable Object make() throws IOException;
    }

    private static String attempt(Attempt attempt) {
        try {
            return "came through: " + attempt.make();
        } catch (IOException e) {
            return "refused " + e.getClass().getSimpleName() + " " + e.getMessage();
        }
    }

    private static InetAddress literal(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void tell(String what, List<String> lines) {
        lines.forEach(line -> System.out.println("alone: " + what + " " + line));
    }
}
