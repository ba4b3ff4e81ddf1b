package org.xiangmuzhang.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** Copies {@code .data} of a stopped platform away and back; every copy is checked. */
final class Backup {

    private static final String TABLES =
            """
            select format('%I.%I', n.nspname, c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            """;

    private Backup() {}

    /** Stops the server, copies into an empty or new folder, writes the manifest last. */
    static Manifest make(Path root, Path to) throws IOException {
        Path data = DataFolder.of(root);
        if (!Files.isDirectory(data.resolve("postgresql"))) {
            throw new BackupRefusal("There is no embedded database in %s".formatted(data));
        }
        if (to.startsWith(data)) {
            throw new BackupRefusal("A backup cannot stand in %s itself".formatted(data));
        }
        requireEmpty(to, "Backups go into an empty or new folder");
        try (DataFolder folder = DataFolder.open(root)) {
            SortedMap<String, Long> tables = runOnce(folder);
            Manifest manifest = Manifest.of(data, Backup::isKept, tables);
            copy(manifest, data, to.resolve("data"));
            manifest.check(to.resolve("data"));
            manifest.write(to.resolve("manifest.txt"));
            return manifest;
        }
    }

    /** Copies a whole backup to where no data is yet, starts it once and counts its rows. */
    static Manifest restore(Path root, Path from) throws IOException {
        Path data = DataFolder.of(root);
        requireEmpty(data, "A backup is restored only where no data is yet");
        Manifest manifest = Manifest.read(from.resolve("manifest.txt"));
        manifest.check(from.resolve("data"));
        Path beside = root.resolve(".data.restoring");
        if (Files.exists(beside)) {
            throw new BackupRefusal("An earlier restore was cut off: remove %s".formatted(beside));
        }
        try {
            copy(manifest, from.resolve("data"), beside);
            manifest.check(beside);
            Files.move(beside, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(beside);
        }
        try (DataFolder folder = DataFolder.open(root)) {
            if (!runOnce(folder).equals(manifest.tables())) {
                throw new BackupRefusal("The restored tables in %s differ".formatted(data));
            }
        }
        return manifest;
    }

    /**
     * What the application writes anew by itself, or what belongs to this machine, is left out; the
     * master keys too, or whoever finds a backup could read it.
     */
    private static boolean isKept(String name) {
        return !name.equals("lock")
                && !name.startsWith("master-keys")
                && !name.equals("postgresql.log")
                && !name.equals("postgresql.partial")
                && !name.startsWith("postgresql-")
                && !name.startsWith("unpacking-");
    }

    /**
     * Brings the server up, whatever state it was left in, counts every table, stops it cleanly.
     */
    private static SortedMap<String, Long> runOnce(DataFolder folder) {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        try {
            return rows(server.administration());
        } finally {
            server.stop();
        }
    }

    private static SortedMap<String, Long> rows(DataSource source) {
        JdbcClient client = JdbcClient.create(source);
        SortedMap<String, Long> rows = new TreeMap<>();
        for (String table : client.sql(TABLES).query(String.class).list()) {
            // The name comes quoted from the catalog of the database itself.
            String count = "select count(*) from " + table;
            rows.put(table, client.sql(count).query(Long.class).single());
        }
        return rows;
    }

    private static void copy(Manifest manifest, Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        for (String path : manifest.files().keySet()) {
            Path copy = to.resolve(path);
            Files.copy(from.resolve(path), copy, StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void requireEmpty(Path folder, String rule) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new BackupRefusal("%s: %s is not empty".formatted(rule, folder));
            }
        }
    }
}
