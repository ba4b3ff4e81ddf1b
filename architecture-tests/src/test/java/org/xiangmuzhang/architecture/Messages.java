package org.xiangmuzhang.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        for (Path module : House.modules(root)) {
            Path bundle =
                    module.resolve("src/main/resources/messages")
                            .resolve(module.getFileName() + suffix + ".properties");
            if (Files.exists(bundle)) {
                keys.addAll(load(bundle).stringPropertyNames());
            }
        }
        return keys;
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
