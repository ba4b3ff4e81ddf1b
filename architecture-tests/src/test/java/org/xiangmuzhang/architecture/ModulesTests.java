package org.xiangmuzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;
import org.xiangmuzhang.XiangmuzhangApplication;

import planted.modules.PlantedApplication;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
        assertThat(isOpen(annotation(House.BASE + "." + module)))
                .as("allowedDependencies of %s are missing", module)
                .isFalse();
    }

    @Test
    void aModuleThatMayKnowEverybodyIsSeen() {
        assertThat(isOpen(annotation("planted.modules.one"))).isTrue();
        assertThat(isOpen(annotation("planted.modules.three"))).isFalse();
    }

    private static boolean isOpen(ApplicationModule annotation) {
        return allowed(annotation).contains(ApplicationModule.OPEN_TOKEN);
    }

    @ParameterizedTest
    @MethodSource("declaringModules")
    void thePomAndTheAnnotationAgree(String module) {
        assertThat(
                        disagreement(
                                annotation(House.BASE + "." + module),
                                pom(module),
                                House.moduleNames()))
                .isEmpty();
    }

    @Test
    void aPomThatKnowsAnotherModuleThanTheAnnotationIsSeen() {
        ApplicationModule planted = annotation("planted.modules.three");
        String pom = "<dependency><groupId>org.xiangmuzhang</groupId><artifactId>%s</artifactId>%s";
        List<String> names = List.of("one", "two");

        assertThat(disagreement(planted, pom.formatted("one", "</dependency>"), names)).isEmpty();
        assertThat(disagreement(planted, pom.formatted("two", "</dependency>"), names))
                .containsExactly("one", "two");
        assertThat(
                        disagreement(
                                planted,
                                pom.formatted("one", "<scope>test</scope></dependency>"),
                                names))
                .containsExactly("one");
    }

    @ParameterizedTest
    @MethodSource("declaringModules")
    void everyAllowedInterfaceIsUsed(String module) {
        assertThat(
                        unused(
                                annotation(House.BASE + "." + module),
                                House.BASE,
                                House.BASE + "." + module,
                                House.production()))
                .as("allowed to %s and never used", module)
                .isEmpty();
    }

    @Test
    void anAllowedInterfaceThatNobodyUsesIsSeen() {
        assertThat(
                        unused(
                                annotation("planted.modules.three"),
                                "planted.modules",
                                "planted.modules.three",
                                House.planted("modules")))
                .containsExactly("one");
    }

    @ParameterizedTest
    @MethodSource("declaringModules")
    void aContextIsKnownByItsNamedInterfacesOnly(String module) {
        assertThat(known(annotation(House.BASE + "." + module), House.contexts()))
                .as("contexts that %s may know as a whole", module)
                .isEmpty();
    }

    @Test
    void aContextThatIsKnownAsAWholeIsSeen() {
        ApplicationModule planted = annotation("planted.modules.three");
        assertThat(known(planted, List.of("one"))).containsExactly("one");
        assertThat(known(planted, List.of("two"))).isEmpty();
    }

    /** Those of the modules that are allowed as a whole. */
    private static List<String> known(ApplicationModule annotation, List<String> modules) {
        return Arrays.stream(annotation.allowedDependencies()).filter(modules::contains).toList();
    }

    private static List<String> unused(
            ApplicationModule annotation, String base, String packageName, JavaClasses classes) {
        Set<String> used =
                classes.stream()
                        .filter(type -> isBelow(type.getPackageName(), packageName))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .collect(Collectors.toSet());
        return Arrays.stream(annotation.allowedDependencies())
                .filter(allowed -> used.stream().noneMatch(name -> offers(base, allowed, name)))
                .toList();
    }

    /** The log is also what brings the annotations by which its consumers hear. */
    private static boolean offers(String base, String allowed, String packageName) {
        String offered = base + "." + allowed.replaceAll("\\s*::\\s*", ".");
        return isBelow(packageName, offered)
                || allowed.equals("eventlog") && isBelow(packageName, "org.axonframework");
    }

    private static boolean isBelow(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
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

    /**
     * Every module but the vocabulary, what tests are made of, the application and its benchmarks.
     */
    static Stream<String> declaringModules() {
        return declaringModules(House.ROOT);
    }

    static Stream<String> declaringModules(Path root) {
        return House.moduleNames(root).stream()
                .filter(
                        module ->
                                !Set.of("kernel", "practices", "bombs", "app", "benchmarks")
                                        .contains(module));
    }

    private static Set<String> allowed(ApplicationModule annotation) {
        return Arrays.stream(annotation.allowedDependencies())
                .map(dependency -> dependency.split("::")[0].strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ApplicationModule annotation(String packageName) {
        try {
            ApplicationModule annotation =
                    Class.forName(packageName + ".package-info")
                            .getAnnotation(ApplicationModule.class);
            assertThat(annotation).as("@ApplicationModule of %s", packageName).isNotNull();
            return annotation;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(packageName + " has no package-info", e);
        }
    }

    private static String pom(String module) {
        return House.read(House.ROOT.resolve("modules").resolve(module).resolve("pom.xml"));
    }

    /** Modules that only one of the two names. */
    private static Set<String> disagreement(
            ApplicationModule annotation, String pom, Collection<String> modules) {
        Set<String> allowed = allowed(annotation);
        Set<String> compiled = compileDependencies(pom, modules);
        Set<String> either = new TreeSet<>(allowed);
        either.addAll(compiled);
        either.removeIf(name -> allowed.contains(name) && compiled.contains(name));
        return either;
    }

    private static Set<String> compileDependencies(String pom, Collection<String> modules) {
        Set<String> found = new TreeSet<>();
        Matcher dependency = DEPENDENCY.matcher(pom);
        while (dependency.find()) {
            String text = dependency.group(1);
            Matcher artifact = ARTIFACT.matcher(text);
            if (text.contains("<groupId>org.xiangmuzhang</groupId>")
                    && !text.contains("<scope>test</scope>")
                    && artifact.find()
                    && modules.contains(artifact.group(1))) {
                found.add(artifact.group(1));
            }
        }
        return found;
    }
}
