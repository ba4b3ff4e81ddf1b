import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends each connection to the next node that says it is ready, for nodes-test.sh only: {@code java
 * Proxy.java <port> <port of a node>…}, all on loopback. It speaks no HTTP and repeats nothing.
 */
final class Proxy {

    private static final Set<Integer> READY = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Proxy() {}

    public static void main(String[] ports) throws IOException {
        int[] nodes = java.util.Arrays.stream(ports).skip(1).mapToInt(Integer::parseInt).toArray();
        for (int node : nodes) {
            Thread.ofVirtual().start(() -> watch(node));
        }
        try (ServerSocket server =
                new ServerSocket(
                        Integer.parseInt(ports[0]), 200, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller, nodes));
            }
        }
    }

    private static void watch(int node) {
        while (true) {
            if (isReady(node)) {
                READY.add(node);
            } else {
                READY.remove(node);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
        }
    }

    private static boolean isReady(int node) {
        try {
            HttpURLConnection asked =
                    (HttpURLConnection)
                            URI.create("http://localhost:" + node + "/actuator/health/readiness")
                                    .toURL()
                                    .openConnection();
            asked.setConnectTimeout(1000);
            asked.setReadTimeout(2000);
            return asked.getResponseCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    private static void serve(Socket caller, int[] nodes) {
        try (caller;
                Socket node = connect(nodes)) {
            Thread answer = Thread.ofVirtual().start(() -> copy(node, caller));
            copy(caller, node);
            answer.join();
        } catch (IOException | InterruptedException gone) {
            // the caller hears it from its closed connection
        }
    }

    private static Socket connect(int[] nodes) throws IOException {
        int first = Math.floorMod(NEXT.getAndIncrement(), nodes.length);
        for (int tried = 0; tried < nodes.length; tried++) {
            int node = nodes[(first + tried) % nodes.length];
            Socket socket = new Socket();
            try {
                if (READY.contains(node)) {
                    socket.connect(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), node), 1000);
                    return socket;
                }
            } catch (IOException refused) {
                READY.remove(node);
            }
            socket.close();
        }
        throw new IOException("No node is ready");
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException gone) {
            try {
                to.close();
            } catch (IOException closed) {
                // as it should be
            }
        }
    }
}
