package org.xiangmuzhang.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.util.Objects;

/** The one durable PostgreSQL server that every contender works on: the platform's own. */
final class Server implements AutoCloseable {

    private static final String CONFIGURATION =
            "org.xiangmuzhang.database.DatabaseAutoConfiguration";

    private final AnnotationConfigApplicationContext context;
    private final JdbcConnectionDetails details;

    private Server(AnnotationConfigApplicationContext context) {
        this.context = context;
        this.details = context.getBean(JdbcConnectionDetails.class);
    }

    /** Starts it below the folder that the system property {@code xiangmuzhang.root} names. */
    static Server start() {
        try {
            return new Server(new AnnotationConfigApplicationContext(Class.forName(CONFIGURATION)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The platform's database. */
    HikariDataSource platform(int connections) {
        return pool(address(), user(), connections);
    }

    /** A new database beside the platform's, for a contender and for the superuser. */
    HikariDataSource fresh(String name, int connections) {
        try (HikariDataSource postgres = pool(url("postgres"), "postgres", 1)) {
            JdbcClient sql = JdbcClient.create(postgres);
            sql.sql("drop database if exists " + name).update();
            sql.sql("create database " + name).update();
        }
        return pool(url(name), "postgres", connections);
    }

    /** Nothing that one contender left to be written shall slow the next. */
    void settle() {
        try (HikariDataSource postgres = pool(url("postgres"), "postgres", 1)) {
            JdbcClient.create(postgres).sql("checkpoint").update();
        }
    }

    long process() {
        try (HikariDataSource postgres = pool(url("postgres"), "postgres", 1)) {
            String file =
                    JdbcClient.create(postgres)
                            .sql("select pg_read_file('postmaster.pid')")
                            .query(String.class)
                            .single();
            return Long.parseLong(file.lines().findFirst().orElseThrow());
        }
    }

    int port() {
        return URI.create(address().substring("jdbc:".length())).getPort();
    }

    String address() {
        return details.getJdbcUrl();
    }

    String user() {
        return Objects.requireNonNull(details.getUsername());
    }

    String password() {
        return Objects.requireNonNull(details.getPassword());
    }

    private String url(String database) {
        return address().substring(0, address().lastIndexOf('/') + 1) + database;
    }

    private HikariDataSource pool(String url, String user, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password());
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    @Override
    public void close() {
        context.close();
    }
}
