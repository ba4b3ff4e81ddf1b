package org.xiangmuzhang.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The house as it stands on disk: a new folder under {@code modules} is covered at once. */
final class House {

    static final String BASE = "org.xiangmuzhang";
    static final Path ROOT = Path.of(System.getProperty("xiangmuzhang.root", ".."));

    private static final JavaClasses PRODUCTION = importClasses("classes");

    /** Read when the first rule asks, and once. */
    private static final class Tests {
        static final JavaClasses CLASSES = importClasses("test-classes");
    }

    private House() {}

    /** Folders under modules, by name. */
    static List<Path> modules() {
        return modules(ROOT);
    }

    /** Folders under the modules of any house, by name. */
    static List<Path> modules(Path root) {
        try (Stream<Path> folders = Files.list(root.resolve("modules"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> moduleNames() {
        return moduleNames(ROOT);
    }

    static List<String> moduleNames(Path root) {
        return modules(root).stream().map(folder -> folder.getFileName().toString()).toList();
    }

    /** The bounded contexts: modules that publish events of their own. */
    static List<String> contexts() {
        return contexts(ROOT);
    }

    static List<String> contexts(Path root) {
        return modules(root).stream()
                .filter(module -> Files.isDirectory(sources(module).resolve("events")))
                .map(module -> module.getFileName().toString())
                .toList();
    }

    static Path sources(Path module) {
        return module.resolve("src/main/java/org/xiangmuzhang").resolve(module.getFileName());
    }

    /** Every production class of every module. */
    static JavaClasses production() {
        return PRODUCTION;
    }

    /** Every test class of every module. */
    static JavaClasses tests() {
        return Tests.CLASSES;
    }

    /** The planted offenders of one rule. */
    static JavaClasses planted(String rule) {
        return new ClassFileImporter().importPackages("planted." + rule);
    }

    /** All Java files that people write. */
    static List<Path> javaFiles() {
        return javaFiles(ROOT);
    }

    static List<Path> javaFiles(Path root) {
        try (Stream<Path> modules = walk(root.resolve("modules"));
                Stream<Path> tests = walk(root.resolve("architecture-tests"))) {
            return Stream.concat(modules, tests)
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path start) {
        try {
            return Files.walk(start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaClasses importClasses(String kind) {
        return new ClassFileImporter()
                .importPaths(
                        modules().stream()
                                .map(module -> module.resolve("target").resolve(kind))
                                .filter(Files::isDirectory)
                                .toList());
    }
}
