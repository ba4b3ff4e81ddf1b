package org.xiangmuzhang.rest;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The two languages the platform speaks: Chinese unless English is asked for first. */
final class Languages {

    private Languages() {}

    static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                String language = range.getRange().split("-")[0];
                if (range.getWeight() > 0 && language.equals("en")) {
                    return Locale.ENGLISH;
                }
                if (range.getWeight() > 0 && language.equals("zh")) {
                    return Locale.SIMPLIFIED_CHINESE;
                }
            }
        } catch (IllegalArgumentException e) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        return Locale.SIMPLIFIED_CHINESE;
    }
}
