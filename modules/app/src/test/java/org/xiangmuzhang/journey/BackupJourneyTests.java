package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xiangmuzhang.XiangmuzhangApplication;
import org.xiangmuzhang.database.EmbeddedTables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was done on a platform stands, row for row and file for file, where it is restored. */
@Execution(ExecutionMode.CONCURRENT)
class BackupJourneyTests {

    @TempDir private Path place;

    @Test
    void everyTableAndEveryUploadOfAStoryComesBackInANewPlace() throws Exception {
        Path old = Alone.played().root();
        SortedMap<String, List<String>> tables = EmbeddedTables.of(old);
        SortedMap<String, String> files = files(old);
        assertThat(tables.get("steward.board")).isNotEmpty();
        assertThat(tables.get("intake.application")).isNotEmpty();
        assertThat(files).isNotEmpty();
        Path restored = Files.createDirectory(place.resolve("restored"));

        Path backup = place.resolve("backup");
        assertThat(command(old, "backup", "--to=" + backup))
                .anyMatch(line -> line.startsWith("Backed up to " + backup));
        assertThat(command(restored, "restore", "--from=" + backup))
                .anyMatch(line -> line.startsWith("Restored from " + backup));

        assertThat(EmbeddedTables.of(restored)).isEqualTo(tables);
        assertThat(files(restored)).isEqualTo(files);
    }

    private static List<String> command(Path root, String... arguments) {
        String[] program = new String[arguments.length + 1];
        program[0] = XiangmuzhangApplication.class.getName();
        System.arraycopy(arguments, 0, program, 1, arguments.length);
        return Alone.run(root, List.of(), root, program);
    }

    private static SortedMap<String, String> files(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path folder = root.resolve(".data/files");
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString(), content(file)));
        }
        return files;
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
