package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTests {

    @Test
    void everyCallGivesADatabaseOfItsOwn() {
        JdbcClient one = JdbcClient.create(TestDatabase.fresh());
        one.sql("create schema mine").update();

        JdbcClient other = JdbcClient.create(TestDatabase.fresh());

        String mine = "select count(*) from information_schema.schemata where schema_name = 'mine'";
        assertThat(one.sql(mine).query(Integer.class).single()).isEqualTo(1);
        assertThat(other.sql(mine).query(Integer.class).single()).isZero();
    }
}
