package org.xiangmuzhang.signin.scim;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is taken of a user; everything else that a provider sends is passed over.
 *
 * @param userName the login
 * @param name as it is shown
 * @param active whether the person may act at all
 */
record ScimUser(String userName, String name, boolean active) {

    private static final int LONGEST = 100;

    /**
     * @param missing whether somebody of whom it is not said is active
     */
    static ScimUser of(JsonNode body, boolean missing) {
        String userName = line(text(body, "userName"), "userName");
        if (userName.chars().anyMatch(Character::isWhitespace)) {
            throw invalid("userName has blanks");
        }
        return new ScimUser(
                userName, line(name(body), "name"), active(body.path("active"), missing));
    }

    /** A truth value, also as the text that some providers send. */
    static boolean active(JsonNode node, boolean missing) {
        if (node.isMissingNode() || node.isNull()) {
            return missing;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        String text = node.isString() ? node.stringValue() : "";
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        throw invalid("active is not true or false");
    }

    /** The display name, else the name as it is written, else its two parts. */
    private static @Nullable String name(JsonNode body) {
        JsonNode name = body.path("name");
        String parts =
                Stream.of(text(name, "familyName"), text(name, "givenName"))
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining());
        return Stream.of(text(body, "displayName"), text(name, "formatted"), parts)
                .filter(one -> one != null && !one.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw invalid(field + " is not a text");
        }
        return value.stringValue();
    }

    private static String line(@Nullable String text, String field) {
        String line = text == null ? "" : text.strip();
        try {
            Bounds.text(line);
        } catch (Refusal refusal) {
            throw invalid(field + " has characters that cannot be kept");
        }
        if (line.isEmpty()
                || line.length() > LONGEST
                || line.chars().anyMatch(Character::isISOControl)) {
            throw invalid(field + " is one line of 1 to " + LONGEST + " characters");
        }
        return line;
    }

    private static ScimRefusedException invalid(String detail) {
        return new ScimRefusedException(400, "invalidValue", detail);
    }
}
