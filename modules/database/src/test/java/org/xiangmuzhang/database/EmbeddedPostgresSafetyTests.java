package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;

/** What holds on a running server, from its first start on. */
class EmbeddedPostgresSafetyTests {

    private static final List<String> DURABILITY =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    @TempDir static Path root;

    private static ApplicationFolder application;
    private static DataFolder folder;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        application = ApplicationFolder.unused(root);
        folder = DataFolder.open(root);
        server = EmbeddedPostgres.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
        folder.close();
        application.close();
    }

    @Test
    void keepsWhatItAcknowledges() {
        for (String name : DURABILITY) {
            assertThat(
                            ApplicationFolder.client(server)
                                    .sql("show " + name)
                                    .query(String.class)
                                    .single())
                    .isEqualTo("on");
        }
    }

    @Test
    void refusesAWrongPassword() {
        for (String user : List.of(EmbeddedPostgres.USER, Cluster.SUPERUSER)) {
            assertThatThrownBy(ApplicationFolder.source(server, user, "wrong")::getConnection)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void theApplicationIsNoSuperuser() {
        assertThat(
                        ApplicationFolder.client(server)
                                .sql("select rolsuper from pg_roles where rolname = current_user")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        JdbcClient superuser =
                JdbcClient.create(
                        ApplicationFolder.source(server, Cluster.SUPERUSER, server.password()));
        assertThat(superuser.sql("show listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
        assertThat(superuser.sql("show unix_socket_directories").query(String.class).single())
                .isEmpty();
        InetAddress other = InetAddress.getByName("127.0.0.2");
        try (Socket socket = new Socket()) {
            assertThatThrownBy(
                            () -> socket.connect(new InetSocketAddress(other, server.port()), 2000))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void onlyTheOwnerMayReadDataAndPassword() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.cluster()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.password()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
