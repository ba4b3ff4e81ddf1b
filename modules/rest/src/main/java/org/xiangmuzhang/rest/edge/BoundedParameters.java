package org.xiangmuzhang.rest.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;

import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/** Query parameters and form fields, of pages too, within the same {@link Bounds} as bodies. */
@ControllerAdvice
class BoundedParameters implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatter(new Dates());
    }

    @InitBinder
    void numbers(WebDataBinder binder) {
        binder.registerCustomEditor(BigDecimal.class, new Numbers());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            for (String value : values) {
                                text(name, Objects.requireNonNullElse(value, ""));
                            }
                        });
        return true;
    }

    private static void text(String name, String value) {
        try {
            Bounds.text(name);
            Bounds.text(value);
        } catch (Refusal refusal) {
            throw Refusal.invalid(refusal.rule(), "/" + name, refusal.arguments().toArray());
        }
    }

    private static final class Dates implements Formatter<LocalDate> {

        @Override
        public LocalDate parse(String typed, Locale locale) {
            return Bounds.date(LocalDate.parse(typed.strip()));
        }

        @Override
        public String print(LocalDate date, Locale locale) {
            return date.toString();
        }
    }

    /** An editor, because the framework's own reads what a formatter refuses. */
    private static final class Numbers extends PropertyEditorSupport {

        @Override
        public void setAsText(String typed) {
            setValue(typed.isBlank() ? null : Bounds.number(new BigDecimal(typed.strip())));
        }
    }
}
