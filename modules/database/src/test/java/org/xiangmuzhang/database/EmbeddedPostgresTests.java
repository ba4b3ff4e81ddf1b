package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class EmbeddedPostgresTests {

    @TempDir Path root;

    private ApplicationFolder application;
    private DataFolder folder;
    private final List<EmbeddedPostgres> servers = new ArrayList<>();

    @BeforeEach
    void openFolder() throws Exception {
        application = ApplicationFolder.used(root);
        folder = DataFolder.open(root);
    }

    @AfterEach
    void stopServers() throws IOException {
        servers.forEach(EmbeddedPostgres::stop);
        folder.close();
        application.close();
    }

    @Test
    void keepsPortPasswordAndDataOverARestart() {
        EmbeddedPostgres first = start();
        client(first).sql("create table kept as select 7 as id").update();
        first.stop();

        EmbeddedPostgres second = start();

        assertThat(second.url()).isEqualTo(first.url());
        assertThat(second.password()).isEqualTo(first.password());
        assertThat(rows(second)).isEqualTo(1);
    }

    @Test
    void losesNothingAcknowledgedWhenTheServerIsKilled() throws Exception {
        EmbeddedPostgres killed = start();
        client(killed).sql("create table kept (id int)").update();
        client(killed).sql("insert into kept select generate_series(1, 5000)").update();
        kill(application.postmaster());

        EmbeddedPostgres recovered = start();

        assertThat(rows(recovered)).isEqualTo(5000);
        assertThat(recovered.port()).isEqualTo(killed.port());
    }

    @Test
    void waitsForTheSessionsOfAKilledServer() throws Exception {
        EmbeddedPostgres killed = start();
        client(killed).sql("create table kept as select 7 as id").update();
        try (Connection session = ApplicationFolder.source(killed).getConnection()) {
            session.createStatement().execute("set statement_timeout = 0");
            kill(application.postmaster());

            assertThat(rows(start())).isEqualTo(1);
        }
    }

    @Test
    void adoptsTheServerOfAKilledApplication() throws Exception {
        folder.close();
        Process other = application.otherApplication();
        long postmaster = application.postmaster();
        other.destroyForcibly().onExit().get(30, TimeUnit.SECONDS);
        folder = DataFolder.open(root);

        EmbeddedPostgres adopted = start();

        assertThat(application.postmaster()).isEqualTo(postmaster);
        assertThat(rows(adopted)).isEqualTo(1);
        adopted.stop();
        assertThat(application.pidFile()).doesNotExist();
    }

    @Test
    void refusesAFolderThatARunningApplicationHolds() throws Exception {
        folder.close();
        Process other = application.otherApplication();
        try {
            assertThatThrownBy(() -> DataFolder.open(root))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("in use by a running application")
                    .hasMessageContaining("process " + other.pid());
        } finally {
            other.destroyForcibly().onExit().get(30, TimeUnit.SECONDS);
            folder = DataFolder.open(root);
            start();
        }
    }

    @Test
    void refusesAFolderThatThisProcessHolds() {
        assertThatThrownBy(() -> DataFolder.open(root))
                .hasMessageContaining("in use by a running application");
    }

    @Test
    void leavesAPidFileAloneThatItDoesNotUnderstand() throws IOException {
        start().stop();
        Files.writeString(application.pidFile(), "not a number\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("postmaster.pid does not name a process");

        assertThat(application.pidFile()).hasContent("not a number\n");
        Files.delete(application.pidFile());
    }

    @Test
    void passesOverAProcessThatGotTheNumberOfADeadServer() throws Exception {
        EmbeddedPostgres killed = start();
        client(killed).sql("create table kept as select 7 as id").update();
        kill(application.postmaster());
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            String left = Files.readString(application.pidFile());
            Files.writeString(
                    application.pidFile(), left.replaceFirst("\\d+", "" + stranger.pid()));

            assertThat(rows(start())).isEqualTo(1);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws IOException {
        EmbeddedPostgres first = start();
        client(first).sql("create table kept as select 7 as id").update();
        first.stop();
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket taken = new ServerSocket(first.port(), 1, loopback)) {
            EmbeddedPostgres second = start();

            assertThat(second.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(folder.port()).hasContent(second.port() + "\n");
            assertThat(rows(second)).isEqualTo(1);
        }
    }

    @Test
    void refusesToAdoptAServerThatMayLoseData() throws Exception {
        start().stop();
        String port = "port=" + Files.readString(folder.port()).strip();
        String cluster = folder.cluster().toString();
        List<String> arguments = List.of("-D", cluster, "-k", "", "-c", "fsync=off", "-c", port);
        PostgresBinaries binaries = PostgresBinaries.unpack(folder.path());
        Process careless = new ProcessBuilder(binaries.command("postgres", arguments)).start();
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!Files.exists(application.pidFile()) && System.nanoTime() < deadline) {
                assertThat(careless.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("fsync is off");
            assertThat(careless.isAlive()).isTrue();
        } finally {
            careless.destroy();
            careless.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void refusesWhenThePasswordIsMissing() throws IOException {
        start().stop();
        Files.delete(folder.password());

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("postgresql.password");
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        start().stop();
        Files.writeString(folder.cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("PostgreSQL version 17");
    }

    private EmbeddedPostgres start() {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        servers.addFirst(server);
        return server;
    }

    private static int rows(EmbeddedPostgres server) {
        return client(server).sql("select count(*) from kept").query(Integer.class).single();
    }

    private static JdbcClient client(EmbeddedPostgres server) {
        return ApplicationFolder.client(server);
    }

    private static void kill(long process) throws Exception {
        ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().get(30, TimeUnit.SECONDS);
    }
}
