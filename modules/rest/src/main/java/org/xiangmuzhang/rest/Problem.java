package org.xiangmuzhang.rest;

import org.springframework.http.HttpStatusCode;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.Map;

/**
 * Why a request was turned down, before it is put into words.
 *
 * @param rule stable name, kebab case; its sentence is the message {@code problem.<rule>}
 * @param pointers JSON pointers (RFC 6901) to the fields at fault
 * @param arguments values for the sentence
 * @param headers what HTTP wants said beside it, such as {@code Allow}
 */
public record Problem(
        int status,
        String rule,
        List<String> pointers,
        List<Object> arguments,
        Map<String, String> headers) {

    private static final Map<String, Integer> STATUS_OF_RULE =
            Map.of("file-too-large", 413, EntityTags.MISSING, 428);

    public Problem {
        pointers = List.copyOf(pointers);
        arguments = List.copyOf(arguments);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String rule, Object... arguments) {
        return new Problem(status, rule, List.of(), List.of(arguments), Map.of());
    }

    static Problem at(String pointer, int status, String rule, Object... arguments) {
        return new Problem(status, rule, List.of(pointer), List.of(arguments), Map.of());
    }

    static Problem of(Refusal refusal) {
        return new Problem(
                status(refusal), refusal.rule(), refusal.pointers(), refusal.arguments(), Map.of());
    }

    Problem with(String header, String value) {
        return new Problem(status, rule, pointers, arguments, Map.of(header, value));
    }

    /** Whether the fault is ours. */
    boolean isOurs() {
        return HttpStatusCode.valueOf(status).is5xxServerError();
    }

    private static int status(Refusal refusal) {
        Integer special = STATUS_OF_RULE.get(refusal.rule());
        if (special != null) {
            return special;
        }
        return switch (refusal.kind()) {
            case INVALID -> 422;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
        };
    }
}
