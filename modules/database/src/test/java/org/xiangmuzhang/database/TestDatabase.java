package org.xiangmuzhang.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * Migrated databases for tests, each a copy of one template, on a server shared by the JVM: an
 * embedded one, or the one named by XIANGMUZHANG_TEST_URL, _USER and _PASSWORD, whose user may
 * create databases.
 */
public final class TestDatabase {

    private static @Nullable TestDatabase shared;
    private static @Nullable ThrowAwayPostgres server;

    private final HikariDataSource administration;
    private final String prefix = "test_" + UUID.randomUUID().toString().substring(0, 8);
    private final Deque<HikariDataSource> copies = new ArrayDeque<>();
    private final Set<String> filled = new LinkedHashSet<>();
    private int made;

    private TestDatabase(HikariDataSource administration) {
        this.administration = administration;
        execute("create database " + template());
        try (HikariDataSource source = open(template())) {
            Migrations.run(source);
        }
    }

    /** A new database with every schema of the class path migrated; it goes with the JVM. */
    public static synchronized DataSource fresh() {
        if (shared == null) {
            shared = start();
        }
        return shared.copy(shared.template());
    }

    /**
     * A new database that holds what was filled in the first time that this name was asked for; it
     * goes with the JVM.
     */
    public static synchronized DataSource filled(String name, Consumer<DataSource> filling) {
        if (shared == null) {
            shared = start();
        }
        return shared.copy(shared.filledTemplate(name, filling));
    }

    private static TestDatabase start() {
        @Nullable String url = System.getenv("XIANGMUZHANG_TEST_URL");
        if (url != null) {
            String user = System.getenv().getOrDefault("XIANGMUZHANG_TEST_USER", "postgres");
            String password = System.getenv().getOrDefault("XIANGMUZHANG_TEST_PASSWORD", "");
            TestDatabase database = new TestDatabase(pool(url, user, password));
            Runtime.getRuntime().addShutdownHook(new Thread(database::drop));
            return database;
        }
        // The server ends after this JVM, so that whatever closes late still finds it.
        server = ThrowAwayPostgres.start();
        try (HikariDataSource superuser =
                pool(server.url(), server.superuser(), server.password())) {
            JdbcClient.create(superuser)
                    .sql(
                            "create role xiangmuzhang login createdb password '%s'"
                                    .formatted(server.password()))
                    .update();
        }
        return new TestDatabase(pool(server.url(), "xiangmuzhang", server.password()));
    }

    private String filledTemplate(String name, Consumer<DataSource> filling) {
        String filled = template() + "_" + name;
        if (this.filled.add(filled)) {
            execute("create database " + filled + " template " + template());
            try (HikariDataSource source = open(filled)) {
                filling.accept(source);
            }
        }
        return filled;
    }

    private DataSource copy(String template) {
        made++;
        execute("create database " + name(made) + " template " + template);
        HikariDataSource copy = open(name(made));
        copies.add(copy);
        return copy;
    }

    private synchronized void drop() {
        copies.forEach(HikariDataSource::close);
        for (int number = 1; number <= made; number++) {
            execute("drop database " + name(number) + " with (force)");
        }
        filled.forEach(name -> execute("drop database " + name + " with (force)"));
        execute("drop database " + template() + " with (force)");
        administration.close();
    }

    private String template() {
        return prefix + "_template";
    }

    private String name(int number) {
        return prefix + "_" + number;
    }

    private void execute(String statement) {
        JdbcClient.create(administration).sql(statement).update();
    }

    private HikariDataSource open(String database) {
        String url =
                administration.getJdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1");
        return pool(url, administration.getUsername(), administration.getPassword());
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }
}
