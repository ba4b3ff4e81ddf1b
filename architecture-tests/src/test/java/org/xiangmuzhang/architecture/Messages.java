package org.xiangmuzhang.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The message bundles of all modules. */
final class Messages {

    private Messages() {}

    /** Keys of one language over all modules; the suffix is empty for zh-CN and {@code _en}. */
    static Set<String> keys(String suffix) {
        return keys(House.ROOT, suffix);
    }

    static Set<String> keys(Path root, String suffix) {
        Set<String> keys = new TreeSet<>();
        byModule(root, suffix).forEach(keys::addAll);
        return keys;
    }

    /** Keys that more than one module has: only one of their sentences would ever be said. */
    static Set<String> doubled(List<Set<String>> ofModules) {
        Set<String> once = new TreeSet<>();
        Set<String> doubled = new TreeSet<>();
        ofModules.forEach(
                keys -> keys.stream().filter(key -> !once.add(key)).forEach(doubled::add));
        return doubled;
    }

    /** Keys of one language, module by module. */
    static List<Set<String>> byModule(Path root, String suffix) {
        return House.modules(root).stream()
                .map(
                        module ->
                                module.resolve("src/main/resources/messages")
                                        .resolve(module.getFileName() + suffix + ".properties"))
                .filter(Files::exists)
                .map(bundle -> load(bundle).stringPropertyNames())
                .toList();
    }

    private static Properties load(Path bundle) {
        try (Reader reader = Files.newBufferedReader(bundle)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
