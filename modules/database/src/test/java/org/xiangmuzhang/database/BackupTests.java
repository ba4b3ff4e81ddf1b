package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

@Execution(ExecutionMode.CONCURRENT)
class BackupTests {

    private static final List<String> DATA =
            List.of(
                    "create schema one",
                    "create schema other",
                    "create table one.plain (id int primary key, name text, at timestamptz)",
                    "insert into one.plain select n, '项目 ' || n, now() from generate_series(1,"
                            + " 3000) n",
                    "create table one.empty (id int)",
                    "create table other.\"Odd name\" (id uuid default gen_random_uuid(), raw bytea,"
                            + " doc jsonb, amount numeric)",
                    "insert into other.\"Odd name\" (raw, doc, amount) select decode(md5(n::text),"
                            + " 'hex'), jsonb_build_object('n', n), n / 7.0 from generate_series(1,"
                            + " 500) n",
                    "insert into other.\"Odd name\" default values");

    @TempDir Path place;

    private ApplicationFolder application;
    private ApplicationFolder newPlace;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void makeFolders() throws Exception {
        application = ApplicationFolder.used(place.resolve("old"));
        newPlace = new ApplicationFolder(Files.createDirectory(place.resolve("new")));
    }

    @AfterEach
    void removePrograms() throws IOException {
        application.close();
    }

    @Test
    void restoresAWholeBackupOnly() throws IOException {
        makeData();
        assertThat(backup()).as(printed()).isZero();
        assertThat(printed()).contains("Backed up to");

        Path victim = place.resolve("backup/data/postgresql/global/pg_control");
        byte[] content = Files.readAllBytes(victim);
        content[100] ^= 1;
        Files.write(victim, content);
        assertRestoreRefuses(victim + " has changed");
        content[100] ^= 1;
        Files.write(victim, content);

        Path more = Files.writeString(place.resolve("backup/data/more"), "");
        assertRestoreRefuses(more + " does not belong to it");
        Files.delete(more);

        Path version = place.resolve("backup/data/postgresql/PG_VERSION");
        Files.move(version, place.resolve("aside"));
        assertRestoreRefuses(version + " is missing");
        Files.move(place.resolve("aside"), version);

        Path manifest = place.resolve("backup/manifest.txt");
        String whole = Files.readString(manifest);
        Files.writeString(manifest, whole.replaceFirst("file\t", "file\t1"));
        assertRestoreRefuses(manifest + " has changed");
        Files.delete(manifest);
        assertRestoreRefuses(manifest + " is missing");
        Files.writeString(manifest, whole);
        assertThat(newPlace.data()).doesNotExist();

        assertThat(restore()).as(printed()).isZero();
        assertThat(printed()).contains("Restored from", "3 tables with 3501 rows");
        assertThat(EmbeddedTables.of(newPlace.root()))
                .isEqualTo(EmbeddedTables.of(application.root()))
                .hasEntrySatisfying("one.plain", rows -> assertThat(rows).hasSize(3000));
        assertThat(newPlace.data().resolve("files/ab/cd")).hasContent("an upload");
    }

    @Test
    void restoresOnlyWhereNoDataIsYet() throws IOException {
        Path kept = Files.createDirectories(newPlace.data()).resolve("kept");
        Files.writeString(kept, "mine");

        assertRestoreRefuses(newPlace.data() + " is not empty");

        assertThat(kept).hasContent("mine");
    }

    @Test
    void backsUpOnlyIntoAnEmptyFolder() throws IOException {
        Path kept = Files.createDirectories(place.resolve("backup")).resolve("kept");
        Files.writeString(kept, "mine");

        assertThat(backup()).isEqualTo(1);

        assertThat(printed()).contains("is not empty");
        assertThat(place.resolve("backup")).isDirectoryNotContaining(path -> !path.equals(kept));
    }

    @Test
    void refusesWhileTheApplicationRuns() throws Exception {
        Process running = application.otherApplication();
        try {
            assertThat(backup()).isEqualTo(1);
            assertThat(printed())
                    .contains("in use by a running application (process " + running.pid() + ")");
            assertThat(place.resolve("backup")).doesNotExist();
        } finally {
            running.destroyForcibly().onExit().get(30, TimeUnit.SECONDS);
        }

        assertThat(backup()).isZero();
        assertThat(application.pidFile()).doesNotExist();
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(BackupCommand.handles(new String[] {"backup"})).isTrue();
        assertThat(BackupCommand.handles(new String[] {"restore", "--from=x"})).isTrue();
        assertThat(BackupCommand.handles(new String[] {"--server.port=1"})).isFalse();
        assertThat(BackupCommand.handles(new String[0])).isFalse();

        assertThat(run("backup", "--from=x")).isEqualTo(2);
        assertThat(run("restore")).isEqualTo(2);
        assertThat(printed())
                .contains("Usage: backup --to=<folder>")
                .contains("Usage: restore --from=<folder>");
    }

    @Test
    void refusesWhereNoEmbeddedDatabaseIs() throws IOException {
        assertThatThrownBy(() -> Backup.make(newPlace.root(), place.resolve("backup")))
                .isInstanceOf(BackupRefusal.class)
                .hasMessageContaining("no embedded database");
    }

    private void assertRestoreRefuses(String sentence) {
        printed.reset();
        assertThat(restore()).isEqualTo(1);
        assertThat(printed()).contains(sentence);
    }

    private int backup() {
        return run("backup", "--to=../backup");
    }

    private int restore() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        String[] arguments = {"restore", "--from=" + place.resolve("backup")};
        return BackupCommand.run(arguments, newPlace.root(), out, out);
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return BackupCommand.run(arguments, application.root(), out, out);
    }

    private void makeData() throws IOException {
        try (DataFolder folder = DataFolder.open(application.root())) {
            EmbeddedPostgres server = EmbeddedPostgres.start(folder);
            JdbcClient client = ApplicationFolder.client(server);
            DATA.forEach(statement -> client.sql(statement).update());
            server.stop();
        }
        Path upload = application.data().resolve("files/ab/cd");
        Files.createDirectories(upload.getParent());
        Files.writeString(upload, "an upload");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
