package org.xiangmuzhang.database;

import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * The durable server over {@code .data}: started, recovered, or adopted from an earlier run. It is
 * a session of its own, so that it outlives a killed application.
 */
final class EmbeddedPostgres {

    static final String USER = "xiangmuzhang";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String WRONG_PASSWORD = "28P01";
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    // The application tells of failed statements; here they would name people.
                    "log_min_messages=log",
                    "log_checkpoints=off");

    private final DataFolder folder;
    private final Cluster cluster;
    private int port;
    private boolean stopped;

    private EmbeddedPostgres(DataFolder folder) throws IOException {
        this.folder = folder;
        this.cluster = Cluster.prepare(folder);
    }

    /** Returns when the server answers to the kept password and holds the platform's database. */
    static EmbeddedPostgres start(DataFolder folder) {
        try {
            EmbeddedPostgres server = new EmbeddedPostgres(folder);
            server.bringUp();
            server.createDatabase();
            ServerRequirements.durable(server.source(USER, USER));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while PostgreSQL was starting", e);
        }
    }

    String url() {
        return url(USER);
    }

    String password() {
        return cluster.password();
    }

    int port() {
        return port;
    }

    /** The platform's database as the superuser sees it. */
    DataSource administration() {
        return source(Cluster.SUPERUSER, USER);
    }

    /** Ends every session and stops the server; everything is on disk when this returns. */
    void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        Optional<PostmasterFile> file = PostmasterFile.read(cluster.path());
        if (file.isEmpty()
                || file.get().holder(cluster.path()) == PostmasterFile.Holder.NO_SUCH_SERVER) {
            log.warn("The PostgreSQL server on {} has ended before it was stopped", cluster.path());
            return;
        }
        List<String> how = List.of("-m", "fast", "-w", "-t", "120");
        List<String> arguments = new ArrayList<>(List.of("stop", "-D", cluster.path().toString()));
        arguments.addAll(how);
        cluster.binaries().run("pg_ctl", arguments);
        log.info("Stopped the PostgreSQL server on {}", cluster.path());
    }

    private void bringUp() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean waiting = false;
        while (true) {
            Optional<PostmasterFile> file = PostmasterFile.read(cluster.path());
            if (file.isEmpty()) {
                launch(0);
                log.info("Started PostgreSQL on {}, port {}", cluster.path(), port);
                return;
            }
            PostmasterFile left = file.get();
            PostmasterFile.Holder holder = left.holder(cluster.path());
            if (holder == PostmasterFile.Holder.NO_SUCH_SERVER) {
                launch(left.process());
                log.info(
                        "Recovered the PostgreSQL data on {}: its last server (process {}) ended"
                                + " without stopping; started a new one, port {}",
                        cluster.path(),
                        left.process(),
                        port);
                return;
            }
            port = left.port();
            if (answers()) {
                log.info(
                        "Adopted the PostgreSQL server (process {}, port {}) that an earlier run"
                                + " left on {}",
                        left.process(),
                        port,
                        cluster.path());
                return;
            }
            if (holder == PostmasterFile.Holder.UNKNOWN || System.nanoTime() > deadline) {
                throw new DatabaseUnavailable(
                        "Process %d may be a PostgreSQL server on %s but does not answer: stop it"
                                        .formatted(left.process(), cluster.path())
                                + ", then start again");
            }
            if (!waiting) {
                waiting = true;
                log.info(
                        "Waiting for the PostgreSQL server (process {}) that an earlier run left on"
                                + " {}: it is starting, recovering or stopping",
                        left.process(),
                        cluster.path());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Starts the server; {@code passOver} is the process that a left-over pid file names, or 0. */
    private void launch(long passOver) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            port = ServerPort.keptOrNew(folder.port());
            long written = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
            if (awaitAnswer(startProcess(passOver))) {
                return;
            }
            byte[] all = Files.readAllBytes(folder.log());
            String said = new String(all, (int) written, all.length - (int) written).strip();
            // The sessions of a killed server take a moment to notice that it is gone.
            boolean sessionsLeft = said.contains("shared memory block");
            if (!sessionsLeft || System.nanoTime() > deadline) {
                throw new DatabaseUnavailable("PostgreSQL did not start: " + said);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private Process startProcess(long passOver) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.path().toString()));
        arguments.addAll(List.of("-c", "port=" + port));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        List<String> line = new ArrayList<>(List.of("setsid"));
        line.addAll(cluster.binaries().command("postgres", arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        if (passOver > 0) {
            // PostgreSQL takes a live process of this number for the one that started it, and so
            // not
            // for a server, when another program has got the number since.
            builder.environment().put("PG_GRANDPARENT_PID", Long.toString(passOver));
        }
        File log = folder.log().toFile();
        return builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private boolean awaitAnswer(Process process) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            try {
                if (answers()) {
                    return true;
                }
            } catch (DatabaseUnavailable e) {
                process.destroy();
                throw e;
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailable(
                        "PostgreSQL (process %d) is still recovering %s: see %s, start again later"
                                .formatted(process.pid(), cluster.path(), folder.log()));
            }
        }
        return false;
    }

    /** Whether the server of this very cluster answers on the port, with the kept password. */
    private boolean answers() {
        PGSimpleDataSource source = source(Cluster.SUPERUSER, "postgres");
        source.setSocketTimeout(10);
        try (Connection connection = source.getConnection()) {
            String directory =
                    JdbcClient.create(new SingleConnectionDataSource(connection, true))
                            .sql("select current_setting('data_directory')")
                            .query(String.class)
                            .single();
            return Files.isSameFile(Path.of(directory), cluster.path());
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new DatabaseUnavailable(
                        "The PostgreSQL server on port %d does not accept the password kept in %s"
                                .formatted(port, folder.password()));
            }
            return false;
        } catch (IOException | DataAccessException e) {
            return false;
        }
    }

    private void createDatabase() {
        JdbcClient postgres = JdbcClient.create(source(Cluster.SUPERUSER, "postgres"));
        if (count(postgres, "select count(*) from pg_roles where rolname = ?") == 0) {
            String statement =
                    postgres.sql("select format('create role %I login password %L', ?, ?)")
                            .params(USER, cluster.password())
                            .query(String.class)
                            .single();
            postgres.sql(statement).update();
        }
        if (count(postgres, "select count(*) from pg_database where datname = ?") == 0) {
            postgres.sql("create database xiangmuzhang owner xiangmuzhang").update();
        }
    }

    private static int count(JdbcClient postgres, String query) {
        return postgres.sql(query).param(USER).query(Integer.class).single();
    }

    private PGSimpleDataSource source(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        source.setPassword(cluster.password());
        source.setConnectTimeout(5);
        return source;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
