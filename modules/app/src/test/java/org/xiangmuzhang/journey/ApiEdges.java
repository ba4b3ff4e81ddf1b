package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** What holds for every operation of the interface, which no controller says. */
final class ApiEdges {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private ApiEdges() {}

    /** Adds it to an API document. */
    static void add(ObjectNode root) {
        for (JsonNode path : root.get("paths")) {
            path.properties().forEach(ApiEdges::add);
        }
        ObjectNode components = (ObjectNode) root.get("components");
        addProblem(components.withObjectProperty("schemas").putObject("Problem"));
        components
                .withObjectProperty("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token of the issuer; in a demo of /oauth2/token.");
        root.withArrayProperty("security").addObject().putArray("token");
    }

    private static void add(Map.Entry<String, JsonNode> named) {
        ObjectNode operation = (ObjectNode) named.getValue();
        if (named.getKey().equals("post")) {
            ObjectNode key = operation.withArrayProperty("parameters").addObject();
            key.put("in", "header").put("name", "Idempotency-Key").put("required", true);
            key.put("description", "One key, one effect; the answer is kept seven days.");
            key.putObject("schema").put("type", "string").put("minLength", 8).put("maxLength", 100);
        }
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.get("name").asString().equals("If-Match")) {
                ((ObjectNode) parameter)
                        .put("required", true)
                        .put("description", "The ETag that was read, or * for whatever stands.");
            }
        }
        ObjectNode responses = (ObjectNode) operation.get("responses");
        ObjectNode done = (ObjectNode) responses.remove("200");
        if (done.path("content").has("*/*")) {
            ObjectNode content = (ObjectNode) done.get("content");
            content.set("application/json", content.remove("*/*"));
        }
        responses.set("2XX", done);
        responses
                .putObject("default")
                .put("description", "Refused: nothing has changed.")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", PROBLEM);
    }

    private static void addProblem(ObjectNode problem) {
        problem.put("type", "object").put("description", "RFC 9457, in the language asked for.");
        ObjectNode properties = problem.putObject("properties");
        text(properties, "type", "urn:xiangmuzhang:problem: and the rule; it stays.");
        text(properties, "title", "The status in words.");
        properties.putObject("status").put("type", "integer");
        text(properties, "detail", "The rule, and what would be right.");
        text(properties, "rule", "The rule's name, kebab case.");
        properties
                .putObject("pointers")
                .put("type", "array")
                .put("description", "JSON pointers to the fields at fault.")
                .putObject("items")
                .put("type", "string");
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }
}
