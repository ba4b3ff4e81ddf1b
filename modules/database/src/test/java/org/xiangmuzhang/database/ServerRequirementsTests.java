package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import javax.sql.DataSource;

class ServerRequirementsTests {

    @Test
    void refusesPostgresBefore15() {
        assertThatThrownBy(() -> ServerRequirements.checkVersion(140_022))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("PostgreSQL 15 or newer is needed; the server is PostgreSQL 14");
        assertThatCode(() -> ServerRequirements.checkVersion(150_000)).doesNotThrowAnyException();
    }

    @Test
    void theTestServerIsSupportedButNotDurable() {
        DataSource source = TestDatabase.fresh();

        assertThatCode(() -> ServerRequirements.supported(source)).doesNotThrowAnyException();
        if (System.getenv("XIANGMUZHANG_TEST_URL") == null) {
            assertThatThrownBy(() -> ServerRequirements.durable(source))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("fsync is off");
        }
    }

    @Test
    void refusesAUserWhomRowLevelSecurityDoesNotHold() {
        assertThatCode(() -> ServerRequirements.walled(TestDatabase.fresh()))
                .doesNotThrowAnyException();

        ThrowAwayPostgres server = ThrowAwayPostgres.start();
        PGSimpleDataSource superuser = new PGSimpleDataSource();
        superuser.setUrl(server.url());
        superuser.setUser(server.superuser());
        superuser.setPassword(server.password());
        assertThatThrownBy(() -> ServerRequirements.walled(superuser))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("neither a superuser nor have BYPASSRLS");
        server.stop();
    }
}
