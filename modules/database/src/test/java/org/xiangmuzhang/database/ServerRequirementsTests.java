package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
}
