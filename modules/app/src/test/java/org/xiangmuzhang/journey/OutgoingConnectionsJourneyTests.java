package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * No outgoing connection is made that the operator did not configure. The platform runs as it comes
 * in a JVM of its own, in which every look-up of a name but localhost and every connection to an
 * address but loopback is refused and counted.
 */
class OutgoingConnectionsJourneyTests {

    private static final String MARK = "alone: ";

    private static List<String> told = List.of();

    @BeforeAll
    static void playAlone(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("alone/META-INF/services"));
        Files.writeString(
                services.resolve("java.net.spi.InetAddressResolverProvider"),
                LoopbackAlone.class.getName());
        Path output = folder.resolve("output");
        Process alone =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx768m",
                                "-XX:TieredStopAtLevel=1",
                                "-Djdk.attach.allowAttachSelf=true",
                                "-XX:+EnableDynamicAgentLoading",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dstdout.encoding=UTF-8",
                                "-Dxiangmuzhang.root=" + folder,
                                "-cp",
                                folder.resolve("alone")
                                        + File.pathSeparator
                                        + System.getProperty("java.class.path"),
                                AloneJourney.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = alone.waitFor(10, TimeUnit.MINUTES);
        alone.descendants().forEach(ProcessHandle::destroy);
        alone.destroyForcibly().waitFor();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(lines)
                .as("ended: %s\n%s", ended, String.join("\n", lines))
                .contains(MARK + "done");
        told = lines;
    }

    @Test
    void startStoryAndConsoleLookUpNoName() {
        assertThat(told("page")).hasSizeGreaterThan(10).allMatch(page -> page.startsWith("200 "));
        assertThat(told("lookup")).isEmpty();
    }

    /**
     * Axon names the holder of a token for the process, as the JVM names itself: with this
     * machine's own name. What that name means is the operator's, in the machine's hosts file.
     */
    @Test
    void onlyTheTokenStoreAsksWhatThisMachineIsCalled() {
        assertThat(told("own-name"))
                .allMatch(asked -> asked.contains("tokenstore.jdbc.JdbcTokenStore"));
    }

    @Test
    void startStoryAndConsoleConnectToNoOtherMachine() {
        assertThat(told("connection")).isEmpty();
    }

    @Test
    void whoTriesIsRefusedAndCounted() {
        assertThat(told("planted"))
                .containsExactly(
                        "refused UnknownHostException example.org",
                        "came through: 192.0.2.1",
                        "refused ConnectException Only loopback exists",
                        "refused ConnectException Only loopback exists",
                        "2 look-ups",
                        "2 connections");
    }

    private static List<String> told(String what) {
        String mark = MARK + what + " ";
        return told.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }
}
