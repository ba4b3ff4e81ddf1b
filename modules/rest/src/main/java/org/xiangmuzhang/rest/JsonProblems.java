package org.xiangmuzhang.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells what is wrong with a JSON body, and where. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JacksonException thrown) {
        String pointer = pointer(thrown);
        Refusal refusal = Problems.find(thrown, Refusal.class);
        if (refusal != null) {
            return refused(pointer, refusal);
        }
        return switch (thrown) {
            case UnrecognizedPropertyException e ->
                    Problem.at(pointer, 422, "unknown-field", e.getPropertyName());
            case InvalidNullException e -> Problem.at(pointer, 422, "field-missing");
            case MismatchedInputException e ->
                    Problem.at(pointer, 422, "wrong-type", wanted(e.getTargetType()));
            case InputCoercionException e -> Problem.at(pointer, 422, "wrong-type", "number");
            default -> Problem.of(400, "body-unreadable");
        };
    }

    /** What a caller should have sent for a Java type. */
    static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "JSON";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(" | "));
        }
        if (type == UUID.class) {
            return "UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "ISO 8601 " + type.getSimpleName();
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true | false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "string";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "array";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "object" : "string";
    }

    private static Problem refused(String pointer, Refusal refusal) {
        Problem problem = Problem.of(refusal);
        List<String> pointers =
                problem.pointers().isEmpty()
                        ? List.of(pointer)
                        : problem.pointers().stream().map(pointer::concat).toList();
        return new Problem(
                problem.status(), problem.rule(), pointers, problem.arguments(), Map.of());
    }

    private static String pointer(JacksonException thrown) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : thrown.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
