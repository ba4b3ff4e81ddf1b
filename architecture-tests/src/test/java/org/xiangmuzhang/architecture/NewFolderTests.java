package org.xiangmuzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder under modules is under every rule that reads the disk; nothing lists it by hand. */
class NewFolderTests {

    @TempDir private Path planted = Path.of("");

    @BeforeEach
    void copyTheHouseAndAddAFolder() throws IOException {
        Files.copy(House.ROOT.resolve("pom.xml"), planted.resolve("pom.xml"));
        Files.createDirectories(planted.resolve("architecture-tests"));
        for (String module : House.moduleNames()) {
            Files.createDirectories(planted.resolve("modules").resolve(module));
        }
        Path newcomer = planted.resolve("modules/newcomer/src/main");
        Path sources =
                Files.createDirectories(newcomer.resolve("java/org/xiangmuzhang/newcomer/events"));
        Files.writeString(sources.resolve("Arrived.java"), "package a;\n");
        Files.createDirectories(newcomer.resolve("resources/db/migration/elsewhere"));
        Path messages = Files.createDirectories(newcomer.resolve("resources/messages"));
        Files.writeString(messages.resolve("newcomer.properties"), "problem.planted=有");
    }

    @Test
    void everyFolderIsAModuleOfTheBuild() {
        assertThat(outsideTheBuild(House.ROOT)).isEmpty();
    }

    @Test
    void aFolderOutsideTheBuildIsSeen() {
        assertThat(outsideTheBuild(planted)).containsExactly("newcomer");
    }

    @Test
    void everyMigrationFolderIsNamedForItsModule() {
        assertThat(misnamedMigrations(House.ROOT)).isEmpty();
    }

    @Test
    void aMigrationFolderOfAnotherNameIsSeen() {
        assertThat(misnamedMigrations(planted)).containsExactly("newcomer: elsewhere");
    }

    @Test
    void aNewFolderIsUnderTheRulesOfModulesSourcesAndSentences() {
        assertThat(House.moduleNames(planted)).contains("newcomer").hasSizeGreaterThan(15);
        assertThat(House.contexts(planted)).containsExactly("newcomer");
        assertThat(ModulesTests.declaringModules(planted)).contains("newcomer");
        assertThat(House.javaFiles(planted))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Arrived.java");
        assertThat(Messages.keys(planted, "")).containsExactly("problem.planted");
    }

    private static List<String> outsideTheBuild(Path root) {
        String pom = House.read(root.resolve("pom.xml"));
        return House.moduleNames(root).stream()
                .filter(module -> !pom.contains("<module>modules/" + module + "</module>"))
                .toList();
    }

    private static List<String> misnamedMigrations(Path root) {
        List<String> misnamed = new ArrayList<>();
        for (Path module : House.modules(root)) {
            String name = module.getFileName().toString();
            Path migrations = module.resolve("src/main/resources/db/migration");
            if (Files.isDirectory(migrations)) {
                try (Stream<Path> folders = Files.list(migrations)) {
                    folders.map(folder -> folder.getFileName().toString())
                            .filter(folder -> !folder.equals(name))
                            .forEach(folder -> misnamed.add(name + ": " + folder));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return misnamed;
    }
}
