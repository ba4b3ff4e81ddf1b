package org.xiangmuzhang.database;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every row of every table of a stopped platform. */
public final class EmbeddedTables {

    private static final String TABLES =
            "select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')";

    private EmbeddedTables() {}

    /** Starts the database below a platform's root, reads it, and stops it. */
    public static SortedMap<String, List<String>> of(Path root) {
        SortedMap<String, List<String>> contents = new TreeMap<>();
        try (DataFolder folder = DataFolder.open(root)) {
            EmbeddedPostgres server = EmbeddedPostgres.start(folder);
            JdbcClient client = ApplicationFolder.client(server);
            for (String table : client.sql(TABLES).query(String.class).list()) {
                String rows = "select t::text from " + table + " t order by 1";
                contents.put(table, client.sql(rows).query(String.class).list());
            }
            server.stop();
        }
        return contents;
    }
}
