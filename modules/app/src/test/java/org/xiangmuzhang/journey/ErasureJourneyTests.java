package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Nothing is left of who was erased: in the database, opened or not, in the log, in a read model
 * made anew, in what was printed, in files and uploads, and in a backup of before.
 */
@Execution(ExecutionMode.CONCURRENT)
class ErasureJourneyTests {

    private static final List<String> NOTHING = List.of();

    @Test
    void nothingIsLeftOfWhoWasErased() throws IOException {
        Path root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "erasure");
        Alone played =
                new Alone(root, Alone.run(root, List.of(), root, ErasureJourney.class.getName()));
        assertThat(played.lines()).contains("alone: done");

        // what is looked for is there, and is found
        assertThat(told(played, "before-opened"))
                .contains(
                        "name opened in people",
                        "phone opened in people",
                        "login opened in people",
                        "remark opened in remarks",
                        "login opened in signin.session_attributes.attribute_bytes",
                        "name opened in rest.answer.body",
                        "phone opened in rest.answer.body");
        assertThat(told(played, "planted"))
                .containsExactlyInAnyOrder(
                        "planted in public.planted.plain", "planted in public.planted.bytes");
        assertThat(told(played, "planted-file"))
                .as("the database's own write-ahead log is looked through, too")
                .anyMatch(line -> line.startsWith("planted in data/postgresql/pg_wal/"));
        assertThat(told(played, "own-data")).containsExactly("login name phone remark");
        assertThat(told(played, "timeline")).anyMatch(line -> line.contains("name"));
        assertThat(told(played, "signed-in")).containsExactly("/console");

        // sealed, it stands nowhere as it is
        assertThat(told(played, "before-in-tables")).isEqualTo(NOTHING);
        assertThat(told(played, "backup-file")).isEqualTo(NOTHING);

        assertThat(told(played, "held")).containsExactly("person-held");
        assertThat(told(played, "named")).containsExactly("erasing-reason-names");
        assertThat(told(played, "oneself")).containsExactly("erasing-oneself");
        assertThat(told(played, "steward")).containsExactly("person-in-running-project");
        assertThat(told(played, "not-administrator")).containsExactly("role-may-not");
        assertThat(told(played, "erased")).containsExactly("");
        assertThat(told(played, "again")).containsExactly("person-erased-already");
        assertThat(told(played, "signed-out")).containsExactly("/sign-in");
        assertThat(told(played, "token")).containsExactly("person-unknown");
        assertThat(told(played, "shown")).containsExactly("已删除的人员", "Erased person");

        // and is gone
        assertThat(told(played, "replayed")).containsExactly("whole");
        for (String after :
                List.of(
                        "after-in-tables",
                        "after-opened",
                        "data-file",
                        "restored-in-tables",
                        "restored-with-keys-of-today-in-tables",
                        "restored-nine-days-later-in-tables",
                        "restored-nine-days-later-opened")) {
            assertThat(told(played, after)).as(after).isEqualTo(NOTHING);
        }
        assertThat(told(played, "restored-with-keys-of-today-opened"))
                .as("only what is sealed for days, until its keys go")
                .isNotEmpty()
                .allMatch(
                        line ->
                                line.endsWith(" opened in rest.answer.body")
                                        || line.endsWith(
                                                " opened in signin.session_attributes"
                                                        + ".attribute_bytes"));
        assertThat(told(played, "restored-opened"))
                .as("with the keys of the backup it would open")
                .contains("name opened in people", "remark opened in remarks");
        ErasureJourney.NAMED.forEach(
                (name, sought) ->
                        assertThat(played.lines()).as(name).noneMatch(l -> l.contains(sought)));
    }

    /** What the program told about something, to the last line of it. */
    private static List<String> told(Alone played, String what) {
        List<String> told = played.told(what);
        assertThat(told).as(what).isNotEmpty();
        return told.stream().filter(line -> !line.equals(".")).toList();
    }
}
