package org.xiangmuzhang.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.Map;

/**
 * Shows a refusal that a page's controller let through: beside the field of the form that was sent
 * ({@link FormOn}), else as a page of its own, or, when htmx asked, as an alert above the page that
 * stays as it was.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalPages implements HandlerExceptionResolver {

    private final MessageSource messages;
    private final LocaleResolver languages;

    RefusalPages(MessageSource messages, LocaleResolver languages) {
        this.messages = messages;
        this.languages = languages;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Refusal refusal = refusal(thrown);
        if (refusal == null || !path.startsWith("/console")) {
            return null;
        }
        String sentence =
                messages.getMessage(
                        "problem." + refusal.rule(),
                        refusal.arguments().toArray(),
                        refusal.rule(),
                        languages.resolveLocale(request));
        FormOn form = RefusedForms.of(handler);
        if (form != null
                && refusal.kind() != Refusal.Kind.NOT_FOUND
                && request.getHeader("HX-Request") == null) {
            return RefusedForms.back(form, request, refusal, String.valueOf(sentence));
        }
        String view = "console/refused";
        if (request.getHeader("HX-Request") != null) {
            view = "console/refused :: alert";
            response.setHeader("HX-Retarget", "#messages");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        Map<String, Object> model =
                Map.of("sentence", String.valueOf(sentence), "rule", refusal.rule());
        return new ModelAndView(view, model, status(refusal.kind()));
    }

    /** The refusal that was thrown, or what a field that cannot be read amounts to, or null. */
    private static @Nullable Refusal refusal(Exception thrown) {
        return switch (thrown) {
            case Refusal refusal -> refusal;
            case MethodArgumentTypeMismatchException e ->
                    Refusal.invalid(
                            "".equals(e.getValue())
                                    ? "form-field-missing"
                                    : "form-field-unreadable",
                            "/" + e.getName());
            case MissingServletRequestParameterException e ->
                    Refusal.invalid("form-field-missing", "/" + e.getParameterName());
            case MaxUploadSizeExceededException e ->
                    Refusal.invalid("form-files-too-large", List.of());
            default -> null;
        };
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
        };
    }
}
