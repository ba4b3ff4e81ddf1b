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
                    "signin.session",
                    "signin.session_attributes",
                    "timers.scheduled_tasks",
                    "timers.practice_clock");

    /**
     * Numbers that are unique in the whole country by their own making, or within a table's row.
     */
    private static final Set<String> EVERYWHERE =
            Set.of(
                    // beginning with the region: receipts, and parcels by national rule
                    "intake.application(number)",
                    "land.parcel(number)",
                    // unique in the country by national rule
                    "parties.enterprise(code)",
                    "steward.project(code)",
                    // of the installation
                    "eventlog.event(aggregate_id,sequence_number)",
                    "eventlog.event(global_index)",
                    "eventlog.parked(processor_name,global_index)",
                    "eventlog.passed_over(processor_name,global_index)",
                    "parties.person(login)",
                    "parties.person(login_index)",
                    "rest.answer(caller,key)",
                    "signin.client(client_id)",
                    "signin.sign_in(id)",
                    "signin.signing_key(only_row)");

    /** Tables without the second wall: what they hold is shown to everybody, or to nobody. */
    private static final Set<String> WITHOUT_WALL =
            Set.of(
                    // what a place does and how, for everybody to read
                    "catalog.edition",
                    "catalog.entry",
                    "catalog.guide_draft",
                    "catalog.guide_version",
                    "catalog.head",
                    "catalog.item_draft",
                    "catalog.item_import",
                    "catalog.item_import_code",
                    "catalog.item_import_fault",
                    "catalog.item_list",
                    "catalog.item_override",
                    "catalog.item_override_version",
                    "catalog.item_version",
                    "catalog.item_publication",
                    "catalog.item_search",
                    "catalog.item_search_due",
                    "catalog.local_way_due",
                    "catalog.own_item",
                    "catalog.row_override",
                    // says of a project only that something has come; asked for below its place too
                    "intake.condition_met",
                    // what departments are called, for everybody to read
                    "parties.department",
                    "parties.department_head",
                    // who a caller is, asked before the caller is known; names are shown by id
                    "parties.person",
                    "parties.person_key",
                    "parties.post",
                    "parties.substitution",
                    // found through the matter that they were written in
                    "parties.remark",
                    // found under the caller's own name
                    "rest.answer",
                    // numbers of a run over all places
                    "privacy.retention_run",
                    // what places set for themselves, inherited by those below
                    "settings.head",
                    "settings.version",
                    // read by the platform alone
                    "eventlog.token",
                    "signin.client",
                    "signin.first_secret",
                    "signin.past_sign_in",
                    "signin.session",
                    "signin.session_attributes",
                    "signin.sign_in",
                    "signin.signed_out",
                    "signin.signing_key",
                    "steward.code_serial",
                    "timers.practice_clock",
                    "timers.scheduled_tasks");

    private static final String TABLES_WITHOUT_WALL =
            """
            select n.nspname || '.' || c.relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
               and n.nspname <> 'information_schema' and c.relname not like 'flyway%'
               and not (c.relrowsecurity and c.relforcerowsecurity
                        and exists (select from pg_policy p where p.polrelid = c.oid))
             order by 1
            """;

    private static final String UNIQUE_WITHOUT_REGION =
            """
            select n.nspname || '.' || c.relname || '(' || string_agg(a.attname, ',' order by k.at)
                   || ')'
              from pg_index i
              join pg_class c on c.oid = i.indrelid
              join pg_namespace n on n.oid = c.relnamespace
             cross join unnest(i.indkey::int2[]) with ordinality as k(number, at)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
             where i.indisunique and n.nspname not like 'pg\\_%'
               and c.relname not like 'flyway%'
               and exists (select from pg_attribute r
                            where r.attrelid = c.oid and r.attname = 'region')
             group by n.nspname, c.relname, i.indexrelid
            having not bool_or(a.attname = 'region' or a.atttypid = 'uuid'::regtype)
             order by 1
            """;

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
        assertThat(tablesWithoutRegion(TestDatabase.fresh()))
                .containsExactlyInAnyOrderElementsOf(TECHNICAL);
    }

    @Test
    void aTableWithoutRegionIsSeen() {
        DataSource database = TestDatabase.fresh();
        JdbcClient.create(database).sql("create table public.planted (id int)").update();
        assertThat(tablesWithoutRegion(database)).contains("public.planted");
    }

    @Test
    void everySchemaBelongsToAModule() {
        List<String> schemas = schemas(TestDatabase.fresh());

        assertThat(schemas).isSubsetOf(House.moduleNames()).containsAll(House.contexts());
    }

    @Test
    void aSchemaOfNoModuleIsSeen() {
        DataSource database = TestDatabase.fresh();
        JdbcClient.create(database).sql("create schema planted").update();
        assertThat(schemas(database)).contains("planted");
        assertThat(House.moduleNames()).doesNotContain("planted");
    }

    /** A unique key holds a place, an id that is unique everywhere, or stands in the list. */
    @Test
    void everyUniqueNumberBelongsToARegion() {
        assertThat(uniqueWithoutRegion(TestDatabase.fresh()))
                .containsExactlyInAnyOrderElementsOf(EVERYWHERE);
    }

    @Test
    void aUniqueNumberWithoutARegionIsSeen() {
        DataSource database = TestDatabase.fresh();
        JdbcClient.create(database)
                .sql("create table public.planted (region text not null, number text unique)")
                .update();
        assertThat(uniqueWithoutRegion(database)).contains("public.planted(number)");
    }

    @Test
    void everyOtherTableStandsBehindTheWall() {
        assertThat(tablesWithoutWall(TestDatabase.fresh()))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_WALL);
    }

    @Test
    void aTableWithoutTheWallIsSeen() {
        DataSource database = TestDatabase.fresh();
        JdbcClient.create(database)
                .sql("alter table steward.project no force row level security")
                .update();
        assertThat(tablesWithoutWall(database)).contains("steward.project");
    }

    private static List<String> tablesWithoutWall(DataSource database) {
        return JdbcClient.create(database).sql(TABLES_WITHOUT_WALL).query(String.class).list();
    }

    private static List<String> uniqueWithoutRegion(DataSource database) {
        return JdbcClient.create(database).sql(UNIQUE_WITHOUT_REGION).query(String.class).list();
    }

    private static List<String> schemas(DataSource database) {
        return JdbcClient.create(database)
                .sql(
                        """
                        select schema_name from information_schema.schemata
                         where schema_name not like 'pg\\_%'
                           and schema_name not in ('information_schema', 'public')
                        """)
                .query(String.class)
                .list();
    }

    private static List<String> tablesWithoutRegion(DataSource database) {
        return JdbcClient.create(database)
                .sql(TABLES_WITHOUT_REGION.replace("%%", "%"))
                .query(String.class)
                .list();
    }
}
