package org.xiangmuzhang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can only be seen in the sources: form, sentences, and the words of published types. */
class SourceRulesTests {

    private static final JavaFormatterOptions AOSP =
            JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();
    private static final Pattern REFUSAL =
            Pattern.compile(
                    "Refusal\\s*\\.\\s*(?:invalid|forbidden|notFound|conflict|stale)\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile(
                    "(?m)^public (?:final |sealed |abstract"
                            + " )*(?:class|record|interface|enum|@interface) (\\w+)");

    /** With -Dformat=apply the files are put in form instead of being refused. */
    @Test
    void everyJavaFileIsInForm() throws IOException {
        boolean apply = "apply".equals(System.getProperty("format"));
        List<String> unformed = new ArrayList<>();
        for (Path file : House.javaFiles()) {
            String source = House.read(file);
            String formed = inForm(source);
            if (!formed.equals(source)) {
                if (apply) {
                    Files.writeString(file, formed);
                } else {
                    unformed.add(House.ROOT.relativize(file).toString());
                }
            }
        }
        assertThat(unformed)
                .as("files out of form; -Dformat=apply -Dtest=SourceRulesTests mends them")
                .isEmpty();
    }

    @Test
    void theFormatterRefusesAFileOutOfForm() {
        String planted = "class A{int x ;}";
        assertThat(inForm(planted)).isNotEqualTo(planted);
    }

    @Test
    void everyRuleHasItsSentenceInBothLanguages() {
        Set<String> rules = new TreeSet<>();
        for (Path file : House.javaFiles()) {
            if (file.toString().contains("/src/main/")) {
                rules.addAll(rules(House.read(file)));
            }
        }
        assertThat(rules).hasSizeGreaterThan(100);
        assertThat(unsaid(rules, Messages.keys(""))).as("zh-CN").isEmpty();
        assertThat(unsaid(rules, Messages.keys("_en"))).as("en").isEmpty();
    }

    @Test
    void aRuleWithoutASentenceIsSeen() {
        Set<String> planted =
                rules("throw Refusal.conflict(\n        \"planted-rule\", Refusal.TOP);");
        assertThat(unsaid(planted, Messages.keys(""))).containsExactly("problem.planted-rule");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(inOneOnly(Messages.keys(""), Messages.keys("_en"))).isEmpty();
    }

    @Test
    void aSentenceInOneLanguageOnlyIsSeen(@TempDir Path root) throws IOException {
        Path bundles =
                Files.createDirectories(
                        root.resolve("modules/planted/src/main/resources/messages"));
        Files.writeString(bundles.resolve("planted.properties"), "both=两\nproblem.planted=缺");
        Files.writeString(bundles.resolve("planted_en.properties"), "both=two\nextra=more");

        assertThat(inOneOnly(Messages.keys(root, ""), Messages.keys(root, "_en")))
                .containsExactly("extra", "problem.planted");
    }

    private static Set<String> rules(String source) {
        Set<String> rules = new TreeSet<>();
        Matcher matcher = REFUSAL.matcher(source);
        while (matcher.find()) {
            rules.add("problem." + matcher.group(1));
        }
        return rules;
    }

    private static Set<String> unsaid(Set<String> rules, Set<String> sentences) {
        Set<String> unsaid = new TreeSet<>(rules);
        unsaid.removeAll(sentences);
        return unsaid;
    }

    private static Set<String> inOneOnly(Set<String> one, Set<String> other) {
        Set<String> lonely = unsaid(one, other);
        lonely.addAll(unsaid(other, one));
        return lonely;
    }

    @Test
    void everySentenceStandsInOneModule() {
        assertThat(Messages.doubled(Messages.byModule(House.ROOT, ""))).isEmpty();
    }

    @Test
    void aSentenceInTwoModulesIsSeen() {
        assertThat(Messages.doubled(List.of(Set.of("a", "b"), Set.of("c", "b"))))
                .containsExactly("b");
    }

    @Test
    void everyPublishedTypeSaysWhatItIs() {
        List<String> silent = new ArrayList<>();
        for (Path file : House.javaFiles()) {
            String path = file.toString();
            boolean published =
                    path.matches(".*/src/main/.*/(api|events|spi|port/in|port/out)/[^/]+");
            if (published && !path.endsWith("package-info.java")) {
                silent.addAll(silentTypes(House.read(file)));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void aSilentPublishedTypeIsSeen() {
        assertThat(silentTypes("package a;\n\npublic record Planted(int x) {}\n"))
                .containsExactly("Planted");
    }

    private static List<String> silentTypes(String source) {
        List<String> silent = new ArrayList<>();
        Matcher type = PUBLIC_TYPE.matcher(source);
        if (type.find() && !source.substring(0, type.start()).contains("/**")) {
            silent.add(type.group(1));
        }
        return silent;
    }

    private static String inForm(String source) {
        try {
            String ordered =
                    ImportOrderer.reorderImports(
                            RemoveUnusedImports.removeUnusedImports(source),
                            JavaFormatterOptions.Style.AOSP);
            return new Formatter(AOSP).formatSource(ordered);
        } catch (FormatterException e) {
            throw new IllegalStateException(e);
        }
    }
}
