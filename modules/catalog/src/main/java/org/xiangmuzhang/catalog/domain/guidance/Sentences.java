package org.xiangmuzhang.catalog.domain.guidance;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What codes and texts of a guide look like. */
final class Sentences {

    private static final String CODE = "[A-Z][A-Z0-9-]{0,39}";

    private Sentences() {}

    /** Refuses what is no code with {@code guide-code}. */
    static void code(String code, String pointer) {
        if (!code.matches(CODE) || code.equals(Guide.END)) {
            throw Refusal.invalid("guide-code", pointer, code);
        }
    }

    /** Refuses what is neither the end nor a code with {@code guide-code}; null is nowhere. */
    static void lead(@Nullable String question, String pointer) {
        if (question != null && !question.equals(Guide.END)) {
            code(question, pointer);
        }
    }

    static void codes(List<String> codes, String pointer) {
        for (int i = 0; i < codes.size(); i++) {
            code(codes.get(i), pointer + "/" + i);
        }
    }

    /** Refuses no text and too long a text with {@code guide-text}. */
    static void text(@Nullable String text, int longest, String pointer) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw Refusal.invalid("guide-text", pointer, longest);
        }
    }

    static void mayBeText(@Nullable String text, int longest, String pointer) {
        if (text != null) {
            text(text, longest, pointer);
        }
    }

    static void atMost(List<?> list, int most, String pointer) {
        if (list.size() > most) {
            throw Refusal.invalid("guide-too-many", pointer, most, list.size());
        }
    }

    /** Refuses a code that stands twice with {@code guide-code-twice}. */
    static void onceEach(List<String> codes, String pointer) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                throw Refusal.invalid(
                        "guide-code-twice", pointer + "/" + i + "/code", codes.get(i));
            }
        }
    }
}
