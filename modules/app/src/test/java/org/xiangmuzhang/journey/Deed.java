package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One right request to an endpoint, with the ids of things that exist.
 *
 * @param route the endpoint, such as {@code GET /api/projects/{id}}
 * @param path the same with ids and parameters
 * @param body of a program's change, null when there is none
 * @param type media type of the body
 * @param form what somebody at the console types
 * @param department lower case code of the one whose thing it is
 * @param before makes the state, where a change does not leave it as it was
 */
record Deed(
        String route,
        String path,
        byte @Nullable [] body,
        String type,
        Map<String, String> form,
        String department,
        Runnable before) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Only asks. */
    static Deed get(String route, String path) {
        return new Deed(route, path, null, "application/json", Map.of(), "nr", () -> {});
    }

    static Deed json(String route, String path, @Nullable Object body) {
        byte[] bytes = body == null ? null : JSON.writeValueAsBytes(body);
        return new Deed(route, path, bytes, "application/json", Map.of(), "nr", () -> {});
    }

    static Deed form(String route, String path, Map<String, String> form) {
        return new Deed(route, path, null, "", form, "nr", () -> {});
    }

    Deed with(byte[] content, String mediaType) {
        return new Deed(route, path, content, mediaType, form, department, before);
    }

    Deed of(String owner) {
        return new Deed(route, path, body, type, form, owner, before);
    }

    Deed after(Runnable made) {
        return new Deed(route, path, body, type, form, department, made);
    }

    /** The same change with a file of somebody's own, where the file shows what is recorded. */
    Deed provedBy(String file) {
        if (!route.matches("POST .*/(external-decisions|correction|milestones)")) {
            return this;
        }
        byte[] told =
                body == null
                        ? null
                        : new String(body, StandardCharsets.UTF_8)
                                .replaceAll(
                                        "\"(file|proof)\":\"[^\"]+\"", "\"$1\":\"" + file + "\"")
                                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> typed = new LinkedHashMap<>(form);
        typed.replace("kept-proof", file);
        return new Deed(route, path, told, type, typed, department, before);
    }

    /** The same take-over from a file of somebody's own. */
    Deed takenFrom(String sheet) {
        if (!route.matches("POST .*/take-over(/confirmation)?")) {
            return this;
        }
        byte[] told =
                body == null
                        ? null
                        : new String(body, StandardCharsets.UTF_8)
                                .replaceAll("\"file\":\"[^\"]+\"", "\"file\":\"" + sheet + "\"")
                                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> typed = new LinkedHashMap<>(form);
        typed.replace("kept-sheet", sheet);
        typed.replace("file", sheet);
        return new Deed(route, path, told, type, typed, department, before);
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    /** Whether an identity provider sends it, with the operator's token. */
    boolean isForProvider() {
        return path.startsWith("/scim/");
    }

    /** Whether programs send it, with a token; otherwise people do, with a session. */
    boolean isForPrograms() {
        return path.matches("/(api|actuator|oauth2|scim|\\.well-known)(/.*)?");
    }
}
