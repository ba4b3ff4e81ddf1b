package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

class MigrationsTests {

    private final DataSource source = TestDatabase.fresh();
    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    @TempDir Path classPath;

    @BeforeEach
    void addToClassPath() throws IOException {
        URL[] more = {classPath.toUri().toURL()};
        thread.setContextClassLoader(new URLClassLoader(more, before));
    }

    @AfterEach
    void restoreClassPath() {
        thread.setContextClassLoader(before);
    }

    @Test
    void migratesEverySchemaTheEventLogFirst() throws IOException {
        script("alpha/V1__seen.sql", "create table alpha.seen as select * from eventlog.entry");
        script("eventlog/V1__entry.sql", "create table eventlog.entry (id int)");
        script("zeta/V1__one.sql", "create table zeta.one (id int)");
        script("zeta/V2__two.sql", "create table zeta.two (id int)");

        Migrations.run(source);

        assertThat(Migrations.schemas()).containsExactly("database", "eventlog", "alpha", "zeta");
        assertThat(historyOf("eventlog")).isEqualTo(1);
        assertThat(historyOf("alpha")).isEqualTo(1);
        assertThat(historyOf("zeta")).isEqualTo(2);
    }

    @Test
    void runsAgainWithoutEffectAndThenOnlyWhatIsNew() throws IOException {
        script("alpha/V1__one.sql", "create table alpha.one (id int)");
        Migrations.run(source);
        Migrations.run(source);
        assertThat(historyOf("alpha")).isEqualTo(1);

        script("alpha/V2__two.sql", "create table alpha.two (id int)");
        Migrations.run(source);
        assertThat(historyOf("alpha")).isEqualTo(2);
    }

    private void script(String name, String sql) throws IOException {
        Path file = classPath.resolve("db/migration").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }

    private int historyOf(String schema) {
        return JdbcClient.create(source)
                .sql(
                        "select count(*) from "
                                + schema
                                + ".flyway_schema_history where success and version is not null")
                .query(Integer.class)
                .single();
    }
}
