package org.xiangmuzhang.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Role;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class MessagesTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void everyKeyExistsInBothLanguagesWithTheSamePlaceholders() throws IOException {
        Properties chinese = bundle("console");
        Properties english = bundle("console_en");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(placeholders(english, key)).as(key).isEqualTo(placeholders(chinese, key));
        }
    }

    @Test
    void everyKeyThatATemplateNamesExists() throws IOException {
        Set<String> known = bundle("console").stringPropertyNames();
        Pattern named = Pattern.compile("#\\{(console\\.[a-z0-9.-]*[a-z0-9])[(}]");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = named.matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(30);
        assertThat(known).containsAll(used);
    }

    @Test
    void everyRoleLightAndStateHasWords() throws IOException {
        Set<String> known = bundle("console").stringPropertyNames();

        for (Role role : Role.values()) {
            assertThat(known).contains("console.greeting." + role);
        }
        for (Light light : Light.values()) {
            assertThat(known).contains("console.light." + light);
        }
        for (Gantt.State state : Gantt.State.values()) {
            assertThat(known).contains("console.state." + state);
        }
        assertThat(bundle("console").getProperty("console.gantt.words").split("\\|"))
                .hasSize(8 + Gantt.State.values().length);
        assertThat(bundle("console_en").getProperty("console.gantt.words").split("\\|"))
                .hasSize(8 + Gantt.State.values().length);
    }

    private static Set<String> placeholders(Properties bundle, String key) {
        return PLACEHOLDER
                .matcher(bundle.getProperty(key))
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(
                        MessagesTests.class.getResourceAsStream(
                                "/messages/" + name + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
