package org.xiangmuzhang.rest;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Every sentence of every module: {@code messages/<module>.properties} in Chinese, {@code
 * <module>_en.properties} in English, UTF-8. All of them are message formats, so that a single
 * quote is always written twice.
 */
@Configuration(proxyBeanMethods = false)
class MessageBundles {

    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(basenames().toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static TreeSet<String> basenames() throws IOException {
        TreeSet<String> basenames = new TreeSet<>();
        for (Resource bundle :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages/*.properties")) {
            String file = Objects.requireNonNull(bundle.getFilename());
            basenames.add(
                    "messages/" + file.replaceFirst("(_[a-z]{2}(_[A-Z]{2})?)?\\.properties$", ""));
        }
        return basenames;
    }
}
