package org.xiangmuzhang.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

import java.util.List;
import java.util.Locale;

/**
 * Which language an answer speaks: Chinese unless asked otherwise, on pages by the choice kept in a
 * cookie, under {@code /api} by {@code Accept-Language}.
 */
@Component("localeResolver")
final class Languages implements LocaleResolver {

    private final AcceptHeaderLocaleResolver header = new AcceptHeaderLocaleResolver();
    private final CookieLocaleResolver cookie = new CookieLocaleResolver("lang");

    Languages() {
        header.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        header.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        cookie.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        cookie.setRejectInvalidCookies(false);
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return header.resolveLocale(request);
        }
        return spoken(cookie.resolveLocale(request));
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        cookie.setLocale(request, response, locale == null ? null : spoken(locale));
    }

    private static Locale spoken(Locale asked) {
        return asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
