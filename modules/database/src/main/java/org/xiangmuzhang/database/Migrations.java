package org.xiangmuzhang.database;

import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

import javax.sql.DataSource;

/**
 * Brings every schema up to date: one per folder {@code db/migration/<schema>} of the class path,
 * each with its own history table.
 */
public final class Migrations {

    /** What the others' migrations stand on. */
    private static final List<String> FIRST = List.of("database", "eventlog");

    private static final Comparator<String> ORDER =
            Comparator.comparing((String schema) -> !FIRST.contains(schema))
                    .thenComparing(Comparator.naturalOrder());

    private Migrations() {}

    /** Creates the schemas that are missing and runs their migrations. */
    public static void run(DataSource dataSource) {
        for (String schema : schemas()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(schema)
                    .locations("classpath:db/migration/" + schema)
                    .load()
                    .migrate();
        }
    }

    static SequencedSet<String> schemas() {
        SequencedSet<String> schemas = new TreeSet<>(ORDER);
        try {
            for (Resource script :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*/*.sql")) {
                String[] path = script.getURL().getPath().split("/");
                schemas.add(path[path.length - 2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations on the class path are unreadable", e);
        }
        return schemas;
    }
}
