package org.xiangmuzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;

import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

/** Every row belongs to a region, and every schema to a module. */
class SchemaTests {

    /** Tables of the installation itself, which belong to no place. */
    private static final Set<String> TECHNICAL =
            Set.of(
                    "eventlog.token",
                    "eventlog.token_entry",
                    "eventlog.snapshot",
                    "timers.scheduled_tasks",
                    "timers.practice_clock",
                    "signin.signing_key");

    private static final String TABLES_WITHOUT_REGION =
            """
            select t.table_schema || '.' || t.table_name
              from information_schema.tables t
             where t.table_type = 'BASE TABLE'
               and t.table_schema not in ('pg_catalog', 'information_schema')
               and t.table_name not like 'flyway%%'
               and not exists (select from information_schema.columns c
                                where c.table_schema = t.table_schema
                                  and c.table_name = t.table_name
                                  and c.column_name = 'region'
                                  and c.is_nullable = 'NO')
             order by 1
            """;

    @Test
    void everyTableHasARegion() {
        assertThat(tablesWithoutRegion(TestDatabase.fresh())).isSubsetOf(TECHNICAL);
    }

    @Test
    void aTableWithoutRegionIsSeen() {
        DataSource database = TestDatabase.fresh();
        JdbcClient.create(database).sql("create table public.planted (id int)").update();
        assertThat(tablesWithoutRegion(database)).contains("public.planted");
    }

    @Test
    void everySchemaBelongsToAModule() {
        List<String> schemas =
                JdbcClient.create(TestDatabase.fresh())
                        .sql(
                                """
                                select schema_name from information_schema.schemata
                                 where schema_name not like 'pg\\_%'
                                   and schema_name not in ('information_schema', 'public')
                                """)
                        .query(String.class)
                        .list();
        assertThat(schemas).isSubsetOf(House.moduleNames()).containsAll(House.contexts());
    }

    private static List<String> tablesWithoutRegion(DataSource database) {
        return JdbcClient.create(database)
                .sql(TABLES_WITHOUT_REGION.replace("%%", "%"))
                .query(String.class)
                .list();
    }
}
