package org.xiangmuzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;
import org.xiangmuzhang.XiangmuzhangApplication;

import planted.modules.PlantedApplication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may know whom: the annotations, the POMs and the code agree. */
class ModulesTests {

    private static final ApplicationModules MODULES =
            ApplicationModules.of(XiangmuzhangApplication.class);
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    @Test
    void nobodyKnowsMoreThanItMay() {
        MODULES.verify();
    }

    @Test
    void aModuleThatReachesIntoAnotherIsCaught() {
        assertThatThrownBy(
                        () ->
                                ApplicationModules.of(PlantedApplication.class, location -> true)
                                        .verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("innermost");
    }

    @ParameterizedTest
    @MethodSource("declaringModules")
    void aModuleDeclaresWhomItMayKnow(String module) {
        assertThat(allowed(module))
                .as("allowedDependencies of %s", module)
                .doesNotContain(ApplicationModule.OPEN_TOKEN);
    }

    @ParameterizedTest
    @MethodSource("declaringModules")
    void thePomAndTheAnnotationAgree(String module) {
        assertThat(allowed(module)).isEqualTo(compileDependencies(module));
    }

    @Test
    void everyFolderIsAModuleOfTheBuild() {
        String pom = House.read(House.ROOT.resolve("pom.xml"));
        for (String module : House.moduleNames()) {
            assertThat(pom).contains("<module>modules/" + module + "</module>");
        }
    }

    @Test
    void everyMigrationFolderIsNamedForItsModule() throws IOException {
        for (Path module : House.modules()) {
            Path migrations = module.resolve("src/main/resources/db/migration");
            if (Files.isDirectory(migrations)) {
                try (Stream<Path> folders = Files.list(migrations)) {
                    assertThat(folders.map(folder -> folder.getFileName().toString()))
                            .containsExactly(module.getFileName().toString());
                }
            }
        }
    }

    @Test
    void writesTheModulePages() {
        new Documenter(
                        MODULES,
                        Documenter.Options.defaults().withOutputFolder("target/module-pages"))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
        assertThat(Path.of("target/module-pages/module-steward.adoc")).isNotEmptyFile();
    }

    /** Every module but the vocabulary, the test mark and the application itself. */
    static Stream<String> declaringModules() {
        return House.moduleNames().stream()
                .filter(module -> !Set.of("kernel", "practices", "app").contains(module));
    }

    private static Set<String> allowed(String module) {
        ApplicationModule annotation;
        try {
            annotation =
                    Class.forName(House.BASE + "." + module + ".package-info")
                            .getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(module + " has no package-info", e);
        }
        assertThat(annotation).as("@ApplicationModule of %s", module).isNotNull();
        return Arrays.stream(annotation.allowedDependencies())
                .map(dependency -> dependency.split("::")[0].strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> compileDependencies(String module) {
        Set<String> known = Set.copyOf(House.moduleNames());
        Set<String> found = new TreeSet<>();
        Matcher dependency =
                DEPENDENCY.matcher(
                        House.read(
                                House.ROOT.resolve("modules").resolve(module).resolve("pom.xml")));
        while (dependency.find()) {
            String text = dependency.group(1);
            Matcher artifact = ARTIFACT.matcher(text);
            if (text.contains("<groupId>org.xiangmuzhang</groupId>")
                    && !text.contains("<scope>test</scope>")
                    && artifact.find()
                    && known.contains(artifact.group(1))) {
                found.add(artifact.group(1));
            }
        }
        return found;
    }
}
