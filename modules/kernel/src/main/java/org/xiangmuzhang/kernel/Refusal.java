package org.xiangmuzhang.kernel;

import java.util.List;

/**
 * A request that a rule turns down, and nothing was changed. The rule's name is the last part of
 * the problem document's {@code type} and the key {@code problem.<rule>} of its sentence in the
 * message bundles, where {@code {0}}, {@code {1}} … are the arguments.
 */
public final class Refusal extends RuntimeException {

    /** How the outside should take the refusal. */
    public enum Kind {
        /** The input itself is wrong: HTTP 422. */
        INVALID,
        /** The caller may not do this: HTTP 403. */
        FORBIDDEN,
        /** No such thing, or none that the caller may know of: HTTP 404. */
        NOT_FOUND,
        /** The state of things does not allow it: HTTP 409. */
        CONFLICT,
        /** The caller decided on an older version: HTTP 412. */
        STALE
    }

    private final Kind kind;
    private final String rule;
    private final List<String> pointers;
    private final List<Object> arguments;

    private Refusal(Kind kind, String rule, List<String> pointers, Object... arguments) {
        super(rule + " " + List.of(arguments));
        this.kind = kind;
        this.rule = rule;
        this.pointers = pointers;
        this.arguments = List.of(arguments);
    }

    /** The field at this JSON pointer breaks the rule. */
    public static Refusal invalid(String rule, String pointer, Object... arguments) {
        return new Refusal(Kind.INVALID, rule, List.of(pointer), arguments);
    }

    /** The fields at these JSON pointers break the rule. */
    public static Refusal invalid(String rule, List<String> pointers, Object... arguments) {
        return new Refusal(Kind.INVALID, rule, List.copyOf(pointers), arguments);
    }

    public static Refusal forbidden(String rule, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, rule, List.of(), arguments);
    }

    public static Refusal notFound(String rule, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, rule, List.of(), arguments);
    }

    public static Refusal conflict(String rule, Object... arguments) {
        return new Refusal(Kind.CONFLICT, rule, List.of(), arguments);
    }

    public static Refusal stale(String rule, Object... arguments) {
        return new Refusal(Kind.STALE, rule, List.of(), arguments);
    }

    /** The same refusal when what was refused is only a part, found at this JSON pointer. */
    public Refusal within(String pointer) {
        List<String> inside = pointers.stream().map(pointer::concat).toList();
        return new Refusal(kind, rule, inside, arguments.toArray());
    }

    public Kind kind() {
        return kind;
    }

    /** Stable name of the rule, kebab case. */
    public String rule() {
        return rule;
    }

    /** JSON pointers to the fields at fault; empty when no field is. */
    public List<String> pointers() {
        return pointers;
    }

    /** Values for the sentence; never personal data. */
    public List<Object> arguments() {
        return arguments;
    }
}
