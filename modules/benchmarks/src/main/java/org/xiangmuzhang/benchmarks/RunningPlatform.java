package org.xiangmuzhang.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application's jar as an operator starts it, in a process of its own. */
final class RunningPlatform implements AutoCloseable {

    private final Process process;
    private final String address;
    private final double startSeconds;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    private RunningPlatform(Process process, String address, long began) {
        this.process = process;
        this.address = address;
        awaitReady();
        this.startSeconds = (System.nanoTime() - began) / 1e9;
    }

    /**
     * Returns when it is ready; its log and its files go below the folder.
     *
     * @param options of its JVM
     */
    static RunningPlatform start(Server server, Path folder, String... options) {
        int port = freePort();
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        line.addAll(List.of(options));
        line.addAll(
                List.of(
                        "-Dxiangmuzhang.root=" + folder,
                        "-jar",
                        jar().toString(),
                        "--server.port=" + port,
                        "--spring.datasource.url=" + server.address(),
                        "--spring.datasource.username=" + server.user()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", server.password());
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("application.log").toFile()));
        try {
            long began = System.nanoTime();
            return new RunningPlatform(builder.start(), "http://localhost:" + port, began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("modules/app/target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The application is not built"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        while (process.isAlive()) {
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                pause(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("The application did not start: see application.log");
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The demo user of a role at a place. */
    Caller as(String role, String place) {
        return login(role + "-" + place.toLowerCase(Locale.ROOT));
    }

    /** The demo user of this name. */
    Caller login(String name) {
        return callers.computeIfAbsent(name, login -> new Caller(http, address, login));
    }

    double startSeconds() {
        return startSeconds;
    }

    /** In milliseconds. */
    double processorTime() {
        return ProcessorTime.of(process.toHandle());
    }

    /** In milliseconds; of the compiler of the JVM alone. */
    double compilerTime() {
        return ProcessorTime.ofCompiler(process.toHandle());
    }

    /** Most memory that was resident at any time, in MiB. */
    double memory() {
        try {
            return Files.readAllLines(Path.of("/proc", process.pid() + "", "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
