package org.xiangmuzhang.journey;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every key of every module's message bundle. */
final class MessageKeys {

    static final List<String> ALL = all();

    private static final Pattern WORD =
            Pattern.compile("\\?\\?\\S+\\?\\?|[a-z][\\w-]*(?:\\.[\\w-]+)+");

    private static final List<String> LABELS =
            List.of("aria-label", "title", "placeholder", "alt", "data-label");

    private MessageKeys() {}

    /** Those that stand in a page where their words should, among what people read of it. */
    static List<String> in(String page) {
        Document document = Jsoup.parse(page);
        StringBuilder said = new StringBuilder(document.title()).append('\n');
        said.append(document.body().text());
        for (String label : LABELS) {
            document.select("[" + label + "]")
                    .forEach(labelled -> said.append('\n').append(labelled.attr(label)));
        }
        return WORD.matcher(said)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.startsWith("??") || ALL.contains(word))
                .distinct()
                .toList();
    }

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
