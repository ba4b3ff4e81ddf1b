package org.xiangmuzhang.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

class MessageBundlesTests {

    private final MessageSource messages;

    MessageBundlesTests() throws IOException {
        this.messages = new MessageBundles().messageSource();
    }

    @Test
    void speaksChineseToEveryoneButTheEnglish() {
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.FRENCH, Locale.ROOT}) {
            assertThat(text("problem-title.404", locale)).isEqualTo("没有找到");
        }
        assertThat(text("problem-title.404", Locale.UK)).isEqualTo("Not found");
    }

    @Test
    void findsBundlesOfOtherModules() {
        assertThat(
                        messages.getMessage(
                                "problem.clock-runs-forward", new Object[] {"x"}, Locale.ENGLISH))
                .isNotBlank();
    }

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        for (Resource chinese :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages/*.properties")) {
            String file = Objects.requireNonNull(chinese.getFilename());
            if (!file.endsWith("_en.properties")) {
                Resource english =
                        chinese.createRelative(file.replace(".properties", "_en.properties"));
                assertThat(read(english).keySet()).as(file).isEqualTo(read(chinese).keySet());
            }
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static Properties read(Resource resource) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
