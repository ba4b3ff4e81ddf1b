package org.xiangmuzhang.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.Map;

/**
 * Shows a refusal that a page's controller let through, or that an unreadable field or a lost race
 * amounts to: beside the field of the form that was sent ({@link FormOn}), else as a page of its
 * own, or, when htmx asked, as an alert above the page that stays as it was.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalPages implements HandlerExceptionResolver {

    private final LocaleResolver languages;
    private final RefusalWords sentences;

    RefusalPages(LocaleResolver languages, RefusalWords sentences) {
        this.languages = languages;
        this.sentences = sentences;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Refusal refusal = path.startsWith("/console") ? refusal(thrown) : null;
        if (refusal == null) {
            return null;
        }
        String sentence = sentences.of(refusal, languages.resolveLocale(request));
        FormOn form = RefusedForms.of(handler);
        if (form != null
                && refusal.kind() != Refusal.Kind.NOT_FOUND
                && request.getHeader("HX-Request") == null) {
            ModelAndView back = RefusedForms.back(form, request, refusal, sentence);
            if (back != null) {
                return back;
            }
        }
        String view = "console/refused";
        if (request.getHeader("HX-Request") != null) {
            view = "console/refused :: alert";
            response.setHeader("HX-Retarget", "#messages");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        Map<String, Object> model = Map.of("sentence", sentence, "rule", refusal.rule());
        return new ModelAndView(view, model, status(refusal.kind()));
    }

    /** What was thrown as a refusal, or null when it is our own fault. */
    private static @Nullable Refusal refusal(Exception thrown) {
        Refusal refusal = inside(thrown);
        return switch (thrown) {
            case MethodArgumentTypeMismatchException e when refusal != null ->
                    Refusal.invalid(
                            refusal.rule(), "/" + e.getName(), refusal.arguments().toArray());
            case MethodArgumentTypeMismatchException e when isPath(e) ->
                    Refusal.notFound("page-unknown");
            case MethodArgumentTypeMismatchException e ->
                    Refusal.invalid(
                            "".equals(e.getValue())
                                    ? "form-field-missing"
                                    : "form-field-unreadable",
                            "/" + e.getName());
            case MissingServletRequestParameterException e ->
                    Refusal.invalid("form-field-missing", "/" + e.getParameterName());
            case MissingServletRequestPartException e ->
                    Refusal.invalid("form-field-missing", "/" + e.getRequestPartName());
            case MaxUploadSizeExceededException e ->
                    Refusal.invalid("form-files-too-large", List.of());
            case ConcurrencyFailureException e -> Refusal.conflict("page-changed-meanwhile");
            case DuplicateKeyException e -> Refusal.conflict("page-changed-meanwhile");
            default -> refusal;
        };
    }

    private static boolean isPath(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static @Nullable Refusal inside(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
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
