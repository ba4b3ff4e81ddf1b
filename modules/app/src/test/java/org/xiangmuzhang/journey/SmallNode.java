package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.xiangmuzhang.XiangmuzhangApplication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The platform in a JVM of its own with little memory, which ends when that is not enough.
 *
 * @param root where it keeps its files, what is on the way to them, and what it prints
 */
record SmallNode(Process process, Path root, String address) implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("http://localhost:(\\d+)/console");

    static SmallNode start(HikariDataSource database, String heap, String... more) {
        try {
            Path root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "small");
            Files.createDirectory(root.resolve("tmp"));
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of(
                            "-Xmx" + heap,
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+ExitOnOutOfMemoryError",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.io.tmpdir=" + root.resolve("tmp"),
                            "-Dxiangmuzhang.root=" + root,
                            "-cp",
                            System.getProperty("java.class.path"),
                            XiangmuzhangApplication.class.getName(),
                            "--server.port=0",
                            "--server.tomcat.basedir=" + root.resolve("tomcat"),
                            "--spring.datasource.url=" + database.getJdbcUrl(),
                            "--spring.datasource.username=" + database.getUsername(),
                            "--spring.datasource.password=" + database.getPassword(),
                            "--xiangmuzhang.files.directory=" + root.resolve("files")));
            command.addAll(List.of(more));
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(root.resolve("output").toFile())
                            .start();
            return new SmallNode(process, root, address(process, root.resolve("output")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Process process, Path output) {
        StringBuilder address = new StringBuilder();
        Platform.await(
                "the small node is ready",
                () -> {
                    String printed = Files.readString(output);
                    Matcher ready = READY.matcher(printed);
                    if (ready.find()) {
                        address.append("http://localhost:").append(ready.group(1));
                    }
                    assertThat(process.isAlive()).as(printed).isTrue();
                    return !address.isEmpty();
                });
        return address.toString();
    }

    String printed() throws IOException {
        return Files.readString(root.resolve("output"), StandardCharsets.UTF_8);
    }

    /** Everything that it keeps, and everything that is on the way. */
    List<Path> onDisk() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("files", "tomcat", "tmp")) {
            try (Stream<Path> below = Files.walk(root.resolve(folder))) {
                all.addAll(
                        below.filter(Files::isRegularFile)
                                .filter(path -> !path.toString().contains("hsperfdata"))
                                .toList());
            }
        }
        return all;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
