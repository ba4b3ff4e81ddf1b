package org.xiangmuzhang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PostgresBinariesTests {

    @TempDir Path folder;

    @Test
    void unpacksOnceAndLeavesNothingBeside() throws IOException {
        Path cutOff = Files.createDirectories(folder.resolve("unpacking-1/bin"));

        PostgresBinaries binaries = PostgresBinaries.unpack(folder);

        assertThat(binaries.home()).isEqualTo(folder.resolve("postgresql-" + binaries.version()));
        binaries.run("postgres", List.of("--version"));
        assertThat(folder).isDirectoryNotContaining(path -> !known(path, binaries, cutOff));

        Path mark = Files.writeString(binaries.home().resolve("mark"), "");
        assertThat(PostgresBinaries.unpack(folder)).isEqualTo(binaries);
        assertThat(mark).exists();
    }

    private static boolean known(Path path, PostgresBinaries binaries, Path cutOff) {
        return path.equals(binaries.home()) || path.equals(cutOff.getParent());
    }
}
