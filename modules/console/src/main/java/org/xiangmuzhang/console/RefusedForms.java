package org.xiangmuzhang.console;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriTemplate;
import org.springframework.web.util.WebUtils;
import org.xiangmuzhang.kernel.Refusal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends a refused form back to its page, with what was typed. */
final class RefusedForms {

    /** A longer address fits into no answer. */
    private static final int LONGEST = 4_000;

    private RefusedForms() {}

    /** Where the form of this handler stands, or null when it does not say. */
    static @Nullable FormOn of(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                ? method.getMethodAnnotation(FormOn.class)
                : null;
    }

    /** Null where the form did not send what its page is found by, or sent it at endless length. */
    static @Nullable ModelAndView back(
            FormOn form, HttpServletRequest request, Refusal refusal, String sentence) {
        Map<String, List<String>> typed = typed(request);
        String to = page(form, request, typed);
        if (to == null) {
            return null;
        }
        RequestContextUtils.getOutputFlashMap(request)
                .put(
                        Forms.REFUSED,
                        new Form(form.form(), typed, sentence, wrong(form, typed, refusal)));
        RedirectView page = new RedirectView(to, true);
        page.setStatusCode(HttpStatus.SEE_OTHER);
        page.setExpandUriTemplateVariables(false);
        page.setExposeModelAttributes(false);
        return new ModelAndView(page);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable String page(
            FormOn form, HttpServletRequest request, Map<String, List<String>> typed) {
        Map<String, ?> variables =
                (Map<String, ?>)
                        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(form.page());
        Map<String, Object> all = new HashMap<>();
        typed.forEach((field, values) -> all.put(field, values.isEmpty() ? "" : values.getFirst()));
        all.putAll(variables == null ? Map.of() : variables);
        if (!all.keySet().containsAll(new UriTemplate(form.page()).getVariableNames())) {
            return null;
        }
        for (String kept : form.keep()) {
            List<String> values = typed.getOrDefault(kept, List.of());
            for (int i = 0; i < values.size(); i++) {
                page.queryParam(kept, "{" + kept + i + "}");
                all.put(kept + i, values.get(i));
            }
        }
        String address = page.encode().buildAndExpand(all).toUriString();
        return address.length() <= LONGEST ? address : null;
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        Map<String, List<String>> typed = new HashMap<>();
        request.getParameterMap()
                .forEach(
                        (field, values) -> {
                            if (!field.startsWith("_") && !field.equals("version")) {
                                typed.put(field, List.copyOf(Arrays.asList(values)));
                            }
                        });
        MultipartHttpServletRequest upload =
                WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (upload != null) {
            upload.getFileMap().keySet().forEach(field -> typed.putIfAbsent(field, List.of()));
        }
        Forms.kept(request).forEach((field, value) -> typed.put(field, List.of(value)));
        return typed;
    }

    /**
     * The form's fields that the pointers mean: {@code rows.0.days} for {@code /values/rows/0/days}
     * where there is such a field, else those of their parts that are fields.
     */
    private static Set<String> wrong(
            FormOn form, Map<String, List<String>> typed, Refusal refusal) {
        Map<String, String> names =
                Arrays.stream(form.fields())
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Set<String> wrong = new HashSet<>();
        for (String pointer : refusal.pointers()) {
            String cell = pointer.replace('/', '.');
            Optional<String> whole =
                    typed.keySet().stream()
                            .filter(field -> field.contains(".") && cell.endsWith("." + field))
                            .findFirst();
            if (whole.isPresent()) {
                wrong.add(whole.get());
                continue;
            }
            for (String part : pointer.split("/")) {
                String field = names.getOrDefault(part, part);
                if (typed.containsKey(field) || names.containsValue(field)) {
                    wrong.add(field);
                }
            }
        }
        return wrong;
    }
}
