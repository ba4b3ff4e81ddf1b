package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The platform as it comes, in a JVM of its own below a root of its own: {@link AloneJourney} was
 * played there once, and it was stopped.
 *
 * @param lines what it printed
 */
record Alone(Path root, List<String> lines) {

    private static final String MARK = "alone: ";

    private static final class Played {
        static final Alone ONCE = play();
    }

    static Alone played() {
        return Played.ONCE;
    }

    /** What the journey told about something. */
    List<String> told(String what) {
        String mark = MARK + what + " ";
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    /** Runs a program below a root, with more before the class path; answers what it printed. */
    static List<String> run(Path root, List<String> options, Path before, String... program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.add("-Dxiangmuzhang.root=" + root);
        command.add("-cp");
        command.add(before + File.pathSeparator + System.getProperty("java.class.path"));
        command.addAll(List.of(program));
        try {
            Path output = Files.createTempFile(root, "output", "");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroyForcibly().waitFor();
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            assertThat(process.exitValue())
                    .as("ended: %s\n%s", ended, String.join("\n", lines))
                    .isZero();
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Alone play() {
        try {
            Path root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "alone");
            Path before = root.resolve("before");
            Path services = Files.createDirectories(before.resolve("META-INF/services"));
            Files.writeString(
                    services.resolve("java.net.spi.InetAddressResolverProvider"),
                    LoopbackAlone.class.getName());
            List<String> lines =
                    run(
                            root,
                            List.of(
                                    "-Djdk.attach.allowAttachSelf=true",
                                    "-XX:+EnableDynamicAgentLoading"),
                            before,
                            AloneJourney.class.getName());
            assertThat(lines).contains(MARK + "done");
            return new Alone(root, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
