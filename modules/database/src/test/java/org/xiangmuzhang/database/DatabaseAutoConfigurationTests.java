package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/** Sets the root of the whole JVM, so it runs alone. */
@Isolated
class DatabaseAutoConfigurationTests {

    @TempDir Path root;

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    DatabaseAutoConfiguration.class,
                                    DataSourceAutoConfiguration.class,
                                    FlywayAutoConfiguration.class));

    @Test
    void startsTheEmbeddedServerWhereNoneIsNamedAndStopsItAfterTheDataSource() throws Exception {
        List<HikariDataSource> pools = new ArrayList<>();
        try (ApplicationFolder application = ApplicationFolder.used(root)) {
            // As many as migrating takes: none is on its way while the pool is closed.
            runner.withSystemProperties("xiangmuzhang.root=" + root)
                    .withPropertyValues("spring.datasource.hikari.maximum-pool-size=2")
                    .run(
                            context -> {
                                assertThat(context)
                                        .hasSingleBean(FlywayMigrationInitializer.class)
                                        .hasSingleBean(EmbeddedPostgres.class);
                                pools.add(
                                        context.getBean(DataSource.class)
                                                .unwrap(HikariDataSource.class));
                                assertThat(user(pools.getFirst())).isEqualTo("xiangmuzhang");
                                assertThat(application.pidFile()).exists();
                            });

            assertThat(pools.getFirst().isClosed()).isTrue();
            assertThat(application.pidFile()).doesNotExist();
            // What a session is told that still stands when its server stops.
            assertThat(application.data().resolve("postgresql.log"))
                    .content()
                    .doesNotContain("terminating connection");
        }
    }

    @Test
    void usesTheServerThatIsNamed() {
        HikariDataSource named = (HikariDataSource) TestDatabase.fresh();
        runner.withSystemProperties("xiangmuzhang.root=" + root)
                .withPropertyValues(
                        "spring.datasource.url=" + named.getJdbcUrl(),
                        "spring.datasource.username=" + named.getUsername(),
                        "spring.datasource.password=" + named.getPassword())
                .run(
                        context -> {
                            assertThat(context)
                                    .hasNotFailed()
                                    .doesNotHaveBean(EmbeddedPostgres.class);
                            assertThat(user(context.getBean(DataSource.class)))
                                    .isEqualTo(named.getUsername());
                        });
        assertThat(DataFolder.of(root)).doesNotExist();
    }

    @Test
    void leavesADataSourceAloneThatIsThere() {
        DataSource own = TestDatabase.fresh();
        runner.withSystemProperties("xiangmuzhang.root=" + root)
                .withBean(DataSource.class, () -> own)
                .run(
                        context -> {
                            assertThat(
                                            context.getBean(DataSource.class)
                                                    .unwrap(HikariDataSource.class))
                                    .isSameAs(own);
                            assertThat(context).doesNotHaveBean(EmbeddedPostgres.class);
                        });
        assertThat(DataFolder.of(root)).doesNotExist();
    }

    @Test
    void endsAFailedStartWithItsSentence() throws IOException {
        Path file = Files.createDirectories(DataFolder.of(root).resolve("postgresql"));
        runner.withSystemProperties("xiangmuzhang.root=" + root)
                .run(
                        context -> {
                            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
                            assertThat(new DatabaseUnavailableAnalyzer().analyze(failure))
                                    .hasFieldOrPropertyWithValue(
                                            "description",
                                            "The folder "
                                                    + file
                                                    + " holds data of PostgreSQL version none;"
                                                    + " this application brings "
                                                    + PostgresBinaries.packagedVersion());
                        });
    }

    private static String user(DataSource source) {
        return JdbcClient.create(source).sql("select current_user").query(String.class).single();
    }
}
