package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** One connection in the pool, so that what one piece of work leaves behind meets the next. */
class SightTests {

    private static final Sight NORTH = Sight.ofRegions(List.of("140500", "140502"));

    private final UUID mine = UUID.randomUUID();
    private final HikariDataSource pool = onePlace((HikariDataSource) TestDatabase.fresh());
    private final SightedDataSource source = new SightedDataSource(pool);
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(source));

    @BeforeEach
    void wallATable() {
        jdbc.sql("create table public.matter (region text, enterprise uuid, name text)").update();
        jdbc.sql(
                        """
                        call database.wall('public.matter',
                            'enterprise = (select database.enterprise_seen())')
                        """)
                .update();
        write("140500", mine, "city");
        write("140502", UUID.randomUUID(), "district");
        write("370403", UUID.randomUUID(), "elsewhere");
    }

    @AfterEach
    void seeAllAgain() {
        Sight.ALL.use();
        pool.close();
    }

    @Test
    void showsThePlatformAllAndOthersTheirOwn() {
        assertThat(names()).containsExactly("city", "district", "elsewhere");
        assertThat(NORTH.during(this::names)).containsExactly("city", "district");
        assertThat(Sight.ofEnterprise(mine).during(this::names)).containsExactly("city");
        assertThat(Sight.ofEnterprise(UUID.randomUUID()).during(this::names)).isEmpty();
        assertThat(Sight.NOTHING.during(this::names)).isEmpty();
        assertThat(names()).hasSize(3);
    }

    @Test
    void changesAndWritesNothingOutside() {
        NORTH.use();

        assertThat(jdbc.sql("update public.matter set name = name || '!'").update()).isEqualTo(2);
        assertThat(jdbc.sql("delete from public.matter where region = '370403'").update()).isZero();
        assertThatThrownBy(() -> write("370403", mine, "smuggled"))
                .hasRootCauseMessage(
                        "ERROR: new row violates row-level security policy for table \"matter\"");
        Sight.ALL.use();
        assertThat(names()).containsExactly("city!", "district!", "elsewhere");
    }

    /** The caller of a request is found when its transaction has begun already. */
    @Test
    void holdsFromTheMiddleOfATransactionOn() {
        transaction.executeWithoutResult(
                status -> {
                    assertThat(names()).hasSize(3);
                    NORTH.use();
                    assertThat(names()).hasSize(2);
                    assertThat(Sight.ALL.during(this::names)).hasSize(3);
                    assertThat(names()).hasSize(2);
                });
        assertThat(names()).hasSize(2);
    }

    /** What PostgreSQL was told inside a transaction is forgotten when that is rolled back. */
    @Test
    void outlivesARolledBackTransaction() {
        NORTH.use();
        transaction.executeWithoutResult(
                status -> {
                    Sight.NOTHING.use();
                    assertThat(names()).isEmpty();
                    status.setRollbackOnly();
                });
        assertThat(names()).isEmpty();
        NORTH.use();
        assertThat(names()).hasSize(2);
    }

    @Test
    void outlivesARolledBackSavepoint() {
        TransactionTemplate nested =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        NORTH.use();
        transaction.executeWithoutResult(
                status -> {
                    assertThat(names()).hasSize(2);
                    nested.executeWithoutResult(
                            inner -> {
                                Sight.NOTHING.use();
                                assertThat(names()).isEmpty();
                                inner.setRollbackOnly();
                            });
                    assertThat(names()).isEmpty();
                });
    }

    @Test
    void leavesNothingBehindForTheNextUserOfTheConnection() throws SQLException {
        NORTH.during(this::names);
        try (var open = pool.getConnection()) {
            assertThat(setting(open)).isEmpty();
        }
        NORTH.use();
        try (var open = source.getConnection()) {
            open.setAutoCommit(false);
            open.prepareStatement("select 1").execute();
        }
        try (var open = pool.getConnection()) {
            assertThat(setting(open)).isEmpty();
        }
    }

    /** What was told before a transaction stays told, whatever was told inside. */
    @Test
    void leavesNothingBehindWhereATransactionSawMore() throws SQLException {
        NORTH.use();
        try (var open = source.getConnection()) {
            open.prepareStatement("select 1").execute();
            open.setAutoCommit(false);
            Sight.ALL.use();
            open.prepareStatement("select 1").execute();
        }
        try (var open = pool.getConnection()) {
            assertThat(setting(open)).isEmpty();
        }
    }

    private static String setting(java.sql.Connection open) throws SQLException {
        try (var row =
                open.createStatement()
                        .executeQuery("select current_setting('xiangmuzhang.sight', true)")) {
            row.next();
            return row.getString(1);
        }
    }

    private void write(String region, UUID enterprise, String name) {
        jdbc.sql("insert into public.matter values (?, ?, ?)")
                .params(region, enterprise, name)
                .update();
    }

    private List<String> names() {
        return jdbc.sql("select name from public.matter order by name").query(String.class).list();
    }

    private static HikariDataSource onePlace(HikariDataSource database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }
}
