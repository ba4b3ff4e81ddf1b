package org.xiangmuzhang.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback port of the embedded server: chosen once and kept, until something else has it. */
final class ServerPort {

    private static final Logger log = LoggerFactory.getLogger(ServerPort.class);

    // Below the ports that outgoing connections are given.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private ServerPort() {}

    static int keptOrNew(Path file) throws IOException {
        String kept = Files.exists(file) ? Files.readString(file).strip() : "";
        if (kept.matches("\\d{1,5}") && free(Integer.parseInt(kept))) {
            return Integer.parseInt(kept);
        }
        int port = choose();
        DataFolder.keep(file, port + "\n");
        if (!kept.isEmpty()) {
            log.warn("Port {} is not free any more: PostgreSQL now gets port {}", kept, port);
        }
        return port;
    }

    private static int choose() throws IOException {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
        } while (!free(port));
        return port;
    }

    private static boolean free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }
}
