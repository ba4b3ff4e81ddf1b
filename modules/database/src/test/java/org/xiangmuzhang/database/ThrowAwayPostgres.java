package org.xiangmuzhang.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A fast server without durability for the tests of one JVM. A shell holds it and watches a pipe
 * from this JVM: when the JVM ends, however it ends, the server and its files go.
 */
final class ThrowAwayPostgres {

    private static final String WATCH =
            """
            folder=$1; shift
            "$@" </dev/null >"$folder/log" 2>&1 & server=$!
            cat >/dev/null
            kill -QUIT $server; wait $server; rm -rf "$folder"
            """;

    private final Process watch;
    private final Path folder;
    private final int port;
    private final String password = UUID.randomUUID().toString();

    private ThrowAwayPostgres(PostgresBinaries binaries, Path folder) throws IOException {
        this.folder = folder;
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        Path cluster = folder.resolve("cluster");
        binaries.initialise(cluster, "postgres", passwordFile, "--no-sync");
        port = freePort();
        List<String> line = new ArrayList<>(List.of("setsid", "sh", "-c", WATCH, "sh"));
        line.add(folder.toString());
        line.addAll(binaries.command("postgres", settings(cluster, port)));
        watch = new ProcessBuilder(line).start();
    }

    static ThrowAwayPostgres start() {
        try {
            Path shared = Path.of(System.getProperty("xiangmuzhang.root", "")).toAbsolutePath();
            PostgresBinaries binaries = PostgresBinaries.unpack(shared.resolve("target"));
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, "postgresql-");
            ThrowAwayPostgres server = new ThrowAwayPostgres(binaries, folder);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String superuser() {
        return "postgres";
    }

    String password() {
        return password;
    }

    Path folder() {
        return folder;
    }

    void stop() {
        try {
            watch.getOutputStream().close();
            if (!watch.waitFor(30, TimeUnit.SECONDS)) {
                watch.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(superuser());
        source.setPassword(password);
        @Nullable SQLException last = null;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try {
            while (System.nanoTime() < deadline) {
                try (Connection connection = source.getConnection()) {
                    return;
                } catch (SQLException e) {
                    last = e;
                }
                if (watch.waitFor(25, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String log = Files.readString(folder.resolve("log"));
        stop();
        throw new IllegalStateException("The test server does not answer: " + log, last);
    }

    private static List<String> settings(Path cluster, int port) {
        List<String> settings = new ArrayList<>(List.of("-D", cluster.toString()));
        for (String setting :
                List.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "max_connections=400",
                        "fsync=off",
                        "synchronous_commit=off",
                        "full_page_writes=off")) {
            settings.addAll(List.of("-c", setting));
        }
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
