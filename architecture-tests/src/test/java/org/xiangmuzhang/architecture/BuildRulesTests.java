package org.xiangmuzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.enforcer.rules.utils.ArtifactMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

/** What the build itself refuses, tried with the very settings of its POMs. */
class BuildRulesTests {

    private static final Document ROOT = parse(House.ROOT.resolve("pom.xml"));
    private static final Document APP = parse(House.ROOT.resolve("modules/app/pom.xml"));
    private static final String COMPILER_ARGUMENT =
            "//plugin[artifactId='maven-compiler-plugin']//compilerArgs/arg";
    private static final String BANS =
            "//plugin[artifactId='maven-enforcer-plugin']//bannedDependencies/excludes/exclude";
    private static final String LICENCES =
            "//plugin[artifactId='license-maven-plugin']//configuration";

    @Test
    void aNullWhereNoneMayBeStopsTheCompiler(@TempDir Path out) throws IOException {
        assertThat(errors("return null;", out)).anyMatch(error -> error.contains("[NullAway]"));
        assertThat(errors("return \"\";", out)).isEmpty();
    }

    @Test
    void noModuleCompilesWithOtherSettings() {
        for (Path module : House.modules()) {
            assertThat(settingsOfItsOwn(House.read(module.resolve("pom.xml"))))
                    .as("%s", module)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<compilerArgs><arg>-Xlint:none</arg></compilerArgs>",
                "<compilerArgs combine.self=\"override\"/>",
                "<maven.compiler.release>17</maven.compiler.release>",
                "<configuration><skip>true</skip></configuration>"
            })
    void aModuleThatCompilesWithOtherSettingsIsSeen(String planted) {
        assertThat(settingsOfItsOwn("<project>" + planted + "</project>")).hasSize(1);
    }

    private static List<String> settingsOfItsOwn(String pom) {
        return Stream.of("<compilerArgs", "<maven.compiler.", "<skip>true</skip>")
                .filter(pom::contains)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "com.thoughtworks.xstream, xstream, 1.4.21, compile",
        "com.thoughtworks.xstream, xstream, 1.4.21, runtime",
        "net.jqwik, jqwik, 1.10.0, test",
        "net.jqwik, jqwik-engine, 1.11.2, test",
        "org.liquibase, liquibase-core, 5.0.1, compile"
    })
    void refusesABannedLibrary(String group, String name, String version, String scope) {
        assertThat(isBanned(group, name, version, scope)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "com.thoughtworks.xstream, xstream, 1.4.21, test",
        "net.jqwik, jqwik, 1.9.3, test",
        "org.postgresql, postgresql, 42.7.8, compile"
    })
    void lets(String group, String name, String version, String scope) {
        assertThat(isBanned(group, name, version, scope)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GNU Affero General Public License v3.0",
                "AGPL-3.0",
                "Server Side Public License, v 1",
                "SSPL-1.0",
                "Business Source License 1.1",
                "BUSL-1.1",
                "Functional Source License, Version 1.1",
                "FSL-1.1-ALv2",
                "GNU General Public License, Version 3",
                "A licence that nobody has read"
            })
    void refusesALicenceThatIsNotOnTheList(String licence) {
        assertThat(allowedLicences()).doesNotContain(licence);
    }

    @Test
    void aLicenceThatIsNotOnTheListStopsVerify() {
        assertThat(texts(APP, "//plugin[artifactId='license-maven-plugin']//phase"))
                .containsExactly("verify");
        assertThat(texts(APP, LICENCES + "/failOnMissing")).containsExactly("true");
        assertThat(texts(APP, LICENCES + "/failOnBlacklist")).containsExactly("true");
        assertThat(allowedLicences())
                .contains("Apache License, Version 2.0", "MIT", "EPL 2.0")
                .noneMatch(BuildRulesTests::isForbidden);
    }

    private static boolean isForbidden(String licence) {
        String lower = licence.toLowerCase(Locale.ROOT);
        return List.of("affero", "agpl", "sspl", "server side", "busl", "business source", "fsl")
                .stream()
                .anyMatch(lower::contains);
    }

    /** The list is complete: what a merge names counts as its first name, which must be on it. */
    private static Set<String> allowedLicences() {
        Set<String> names = new TreeSet<>(texts(APP, LICENCES + "//includedLicense"));
        for (String merge : texts(APP, LICENCES + "//licenseMerge")) {
            List<String> same = List.of(merge.split("\\|"));
            if (names.contains(same.getFirst())) {
                names.addAll(same);
            }
        }
        return names;
    }

    private static boolean isBanned(String group, String name, String version, String scope) {
        return new ArtifactMatcher(texts(ROOT, BANS), List.of())
                .match(new DefaultArtifact(group, name, version, scope, "jar", "", null));
    }

    private static List<String> errors(String body, Path out) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                texts(ROOT, COMPILER_ARGUMENT).stream()
                        .filter(option -> !option.startsWith("-J"))
                        .collect(Collectors.toCollection(ArrayList::new));
        assertThat(options).anyMatch(option -> option.contains("-Xep:NullAway:ERROR"));
        String classes = System.getProperty("java.class.path");
        options.addAll(List.of("-d", out.toString(), "-cp", classes, "-processorpath", classes));
        String source =
                """
                package planted;

                @org.jspecify.annotations.NullMarked
                class Offender {
                    String name() {
                        %s
                    }
                }
                """
                        .formatted(body);
        compiler.getTask(null, null, found, options, null, List.of(new Source(source))).call();
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getMessage(Locale.ROOT))
                .toList();
    }

    private static List<String> texts(Document pom, String path) {
        try {
            NodeList nodes =
                    (NodeList)
                            XPathFactory.newInstance()
                                    .newXPath()
                                    .evaluate(path, pom, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
            return texts;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document parse(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        } catch (Exception e) {
            throw new IllegalStateException(pom.toString(), e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String content;

        Source(String content) {
            super(URI.create("string:///planted/Offender.java"), Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
