package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

/**
 * A root folder for tests of the embedded server. To save time its programs are a link, and its
 * cluster is a copy of one that is made once.
 */
record ApplicationFolder(Path root) implements AutoCloseable {

    private static @Nullable Path template;

    /** A folder in which the server has been started before. */
    static synchronized ApplicationFolder used(Path root) throws Exception {
        if (template == null) {
            template = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cluster-");
            try (ApplicationFolder application = unused(template);
                    DataFolder folder = DataFolder.open(template)) {
                EmbeddedPostgres.start(folder).stop();
                Files.delete(folder.port());
            }
            Path made = template;
            Runnable delete = () -> FileSystemUtils.deleteRecursively(made.toFile());
            Runtime.getRuntime().addShutdownHook(new Thread(delete));
        }
        ApplicationFolder application = unused(root);
        for (String name : List.of("postgresql", "postgresql.password")) {
            String from = DataFolder.of(template).resolve(name).toString();
            Process copy =
                    new ProcessBuilder("cp", "-a", from, application.data().toString()).start();
            assertThat(copy.waitFor()).isZero();
        }
        return application;
    }

    static ApplicationFolder unused(Path root) throws IOException {
        ApplicationFolder application = new ApplicationFolder(root);
        Path home = PostgresBinaries.unpack(sharedTarget()).home();
        Files.createDirectories(application.data());
        Files.createSymbolicLink(application.programs(), home);
        return application;
    }

    @Override
    public void close() throws IOException {
        Files.delete(programs());
    }

    private Path programs() throws IOException {
        return data().resolve(PostgresBinaries.unpack(sharedTarget()).home().getFileName());
    }

    private static Path sharedTarget() {
        return Path.of(System.getProperty("xiangmuzhang.root", ""))
                .toAbsolutePath()
                .resolve("target");
    }

    static DataSource source(EmbeddedPostgres server) {
        return source(server, EmbeddedPostgres.USER, server.password());
    }

    static DataSource source(EmbeddedPostgres server, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    static JdbcClient client(EmbeddedPostgres server) {
        return JdbcClient.create(source(server));
    }

    Path data() {
        return DataFolder.of(root);
    }

    Path pidFile() {
        return data().resolve("postgresql/postmaster.pid");
    }

    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst());
    }

    /** Another JVM with the server running, having written one row; it waits until it is killed. */
    Process otherApplication() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                OtherApplication.class.getName(),
                                root.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(OtherApplication.READY)) {
                return process;
            }
        }
        throw new IllegalStateException("The other application ended");
    }

    static final class OtherApplication {

        static final String READY = "ready";

        private OtherApplication() {}

        public static void main(String[] arguments) throws IOException {
            EmbeddedPostgres server =
                    EmbeddedPostgres.start(DataFolder.open(Path.of(arguments[0])));
            client(server).sql("create table kept as select 1 as id").update();
            System.out.println(READY);
            System.in.read();
        }
    }
}
