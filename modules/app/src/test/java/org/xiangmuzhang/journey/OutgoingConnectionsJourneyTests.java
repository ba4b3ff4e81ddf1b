package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.util.List;

/**
 * No outgoing connection is made that the operator did not configure. The platform runs as it comes
 * in a JVM of its own, in which every look-up of a name but localhost and every connection to an
 * address but loopback is refused and counted.
 */
@Execution(ExecutionMode.CONCURRENT)
class OutgoingConnectionsJourneyTests {

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
        return Alone.played().told(what);
    }
}
