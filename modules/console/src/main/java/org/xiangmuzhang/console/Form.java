package org.xiangmuzhang.console;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as its page shows it: empty at first, and as it was sent when it was refused.
 *
 * @param name unique on its page
 * @param typed what was sent, by field; empty at first
 * @param sentence of the rule that refused it, or null at first
 * @param wrong fields of this form that broke the rule; empty when none in particular did
 */
public record Form(
        String name, Map<String, List<String>> typed, @Nullable String sentence, Set<String> wrong)
        implements Serializable {

    public Form {
        typed = new HashMap<>(typed);
        wrong = Set.copyOf(wrong);
    }

    static Form fresh(String name) {
        return new Form(name, Map.of(), null, Set.of());
    }

    /** Whether it was refused. */
    public boolean isRefused() {
        return sentence != null;
    }

    /** What was typed, or what the field holds at first. */
    public @Nullable Object value(String field, @Nullable Object initial) {
        List<String> values = typed.get(field);
        return values == null || values.isEmpty() ? initial : values.getFirst();
    }

    /** What was ticked, or what is ticked at first. */
    public boolean ticked(String field, String value, boolean initial) {
        return isRefused() ? typed.getOrDefault(field, List.of()).contains(value) : initial;
    }

    /** The sentence to stand beside the field, or null. */
    public @Nullable String error(String field) {
        return wrong.contains(field) ? sentence : null;
    }

    /** The sentence to stand above the form, or null: it concerns no field in particular. */
    public @Nullable String alert() {
        return wrong.isEmpty() ? sentence : null;
    }
}
