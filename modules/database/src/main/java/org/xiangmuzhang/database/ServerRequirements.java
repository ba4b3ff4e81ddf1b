package org.xiangmuzhang.database;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

import javax.sql.DataSource;

/** What a server must be before anything is written to it. */
final class ServerRequirements {

    private static final int OLDEST = 15;
    private static final List<String> DURABILITY =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private ServerRequirements() {}

    /** Refuses a server older than PostgreSQL 15. */
    static void supported(DataSource source) {
        checkVersion(Integer.parseInt(setting(source, "server_version_num")));
    }

    static void checkVersion(int number) {
        if (number < OLDEST * 10_000) {
            throw new DatabaseUnavailable(
                    "PostgreSQL %d or newer is needed; the server is PostgreSQL %d"
                            .formatted(OLDEST, number / 10_000));
        }
    }

    /** Refuses a user that row-level security does not hold. */
    static void walled(DataSource source) {
        boolean unheld =
                JdbcClient.create(source)
                        .sql(
                                """
                                select rolsuper or rolbypassrls from pg_roles
                                 where rolname = current_user
                                """)
                        .query(Boolean.class)
                        .single();
        if (unheld) {
            throw new DatabaseUnavailable(
                    "The platform's database user must be neither a superuser nor have BYPASSRLS:"
                            + " row-level security, the second wall between regions and between"
                            + " enterprises, would not hold it. Name a plain user that owns the"
                            + " database");
        }
    }

    /** Refuses a server that may lose what it has acknowledged. */
    static void durable(DataSource source) {
        for (String name : DURABILITY) {
            if (!setting(source, name).equals("on")) {
                throw new DatabaseUnavailable(
                        "The embedded PostgreSQL server would lose acknowledged data: %s is %s"
                                        .formatted(name, setting(source, name))
                                + " and must be on. Stop that server and start again");
            }
        }
    }

    private static String setting(DataSource source, String name) {
        return JdbcClient.create(source)
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
