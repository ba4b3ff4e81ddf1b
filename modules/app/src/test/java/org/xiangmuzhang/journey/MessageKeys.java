package org.xiangmuzhang.journey;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;

/** Every key of every module's message bundle. */
final class MessageKeys {

    static final List<String> ALL = all();

    private MessageKeys() {}

    private static List<String> all() {
        TreeSet<String> keys = new TreeSet<>();
        try {
            for (Resource bundle :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*.properties")) {
                keys.addAll(PropertiesLoaderUtils.loadProperties(bundle).stringPropertyNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(keys);
    }
}
