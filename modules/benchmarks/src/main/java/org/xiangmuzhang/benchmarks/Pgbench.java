package org.xiangmuzhang.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own load program, which appends the rows of one case to a table of the log's shape,
 * each in transactions as the platform made them, and does nothing else.
 */
final class Pgbench {

    private static final int CLIENTS = 16;
    private static final String DATABASE = "pgbench";
    private static final Pattern TRANSACTIONS = Pattern.compile("tps = ([0-9.]+) \\(without");

    /** The last delivered case's own transactions, as statements. */
    private static final String STATEMENTS =
            """
            select format(
                'insert into eventlog.event (event_id, recorded_at, payload_type, payload_revision,'
                || ' payload, metadata, subject, region, project,'
                || ' aggregate_type, aggregate_id, sequence_number) values %s;',
                string_agg(format(
                    '(gen_random_uuid(), now(), %L, %L, %L, %L, uuidv7(), %L, uuidv7(), %L, %s, %L)',
                    payload_type, payload_revision, payload, metadata, region, aggregate_type,
                    case when aggregate_id is null then 'null' else 'uuidv7()' end,
                    sequence_number), ', ')) as statement, count(*) as rows
              from eventlog.event
             where project = (select project from eventlog.event
                     where payload_type = 'intake.application-delivered'
                     order by global_index desc limit 1)
               and global_index >= (select max(global_index) from eventlog.event as submitted
                     where payload_type = 'intake.application-submitted'
                       and submitted.project = event.project)
             group by coalesce(metadata ->> 'request', metadata ->> 'cause')
            """;

    private final Server server;
    private final Path folder;
    private final long seconds;

    private record Transaction(String statement, int rows) {}

    Pgbench(Server server, Path folder, long seconds) {
        this.server = server;
        this.folder = folder;
        this.seconds = seconds;
    }

    /** The newest that is installed. */
    private static Optional<Path> find() {
        Path versions = Path.of("/usr/lib/postgresql");
        try (Stream<Path> found =
                Files.isDirectory(versions) ? Files.list(versions) : Stream.<Path>of()) {
            return found.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isInstalled() {
        return find().isPresent();
    }

    void measure(Figures figures) {
        List<Transaction> transactions = transactions();
        double rows =
                transactions.stream().mapToInt(Transaction::rows).average().orElse(Double.NaN);
        try (HikariDataSource database = server.fresh(DATABASE, 1)) {
            JdbcClient sql = JdbcClient.create(database);
            sql.sql("create schema eventlog").update();
            sql.sql(migration("V1__event_log.sql")).update();
            sql.sql(migration("V10__packed_quickly.sql")).update();
            figures.add(Figures.MARKED, rows * run(transactions));
            sql.sql("truncate eventlog.event").update();
            sql.sql("alter table eventlog.event disable trigger take_mark").update();
            figures.add(Figures.PGBENCH, rows * run(transactions));
        }
    }

    private List<Transaction> transactions() {
        try (HikariDataSource platform = server.platform(1)) {
            return JdbcClient.create(platform).sql(STATEMENTS).query(Transaction.class).list();
        }
    }

    private static String migration(String file) {
        try {
            return new ClassPathResource("db/migration/eventlog/" + file)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Transactions per second. */
    private double run(List<Transaction> transactions) {
        server.settle();
        List<String> line = new ArrayList<>();
        line.add(find().orElseThrow().toString());
        line.addAll(List.of("-n", "-h", "127.0.0.1", "-p", server.port() + "", "-U", "postgres"));
        line.addAll(List.of("-c", CLIENTS + "", "-j", "2", "-T", seconds + ""));
        try {
            for (Transaction transaction : transactions) {
                Path script = folder.resolve("transaction-" + line.size() + ".sql");
                line.addAll(List.of("-f", Files.writeString(script, transaction.statement) + ""));
            }
            line.add(DATABASE);
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", server.password());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            Matcher speed = TRANSACTIONS.matcher(said);
            if (!speed.find()) {
                throw new IllegalStateException(said);
            }
            return Double.parseDouble(speed.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
