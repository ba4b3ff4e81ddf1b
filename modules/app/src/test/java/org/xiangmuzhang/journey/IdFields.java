package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the API document lets a request say an id: in its path, its parameters and its body. */
final class IdFields {

    /** Texts that name a thing or somebody. */
    private static final Set<String> CODES =
            Set.of(
                    "code",
                    "number",
                    "login",
                    "region",
                    "enterprise",
                    "socialCreditCode",
                    "subject",
                    "key");

    private static final int DEEPEST = 9;

    private final JsonNode schemas;
    private final JsonNode operation;

    private IdFields(JsonNode schemas, JsonNode operation) {
        this.schemas = schemas;
        this.operation = operation;
    }

    /**
     * One place for an id.
     *
     * @param in {@code path}, {@code query} or {@code body}
     * @param name of the variable or the parameter; in a body a JSON pointer, of lists the first
     * @param uuid whether nothing else can stand there
     */
    record IdField(String in, String name, boolean uuid) {

        @Override
        public String toString() {
            return in + " " + name;
        }
    }

    /** Of an operation such as {@code POST /api/projects}. */
    static List<IdField> of(JsonNode document, String operation) {
        String method = operation.substring(0, operation.indexOf(' ')).toLowerCase(Locale.ROOT);
        JsonNode described = document.get("paths").get(Deeds.path(operation)).get(method);
        return new IdFields(document.at("/components/schemas"), described).all();
    }

    private List<IdField> all() {
        List<IdField> fields = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String in = parameter.get("in").asString();
            if (!in.equals("header")) {
                add(in, parameter.get("name").asString(), parameter.get("schema"), fields);
            }
        }
        body(operation.at("/requestBody/content/application~1json/schema"), "", DEEPEST, fields);
        return fields;
    }

    private void body(JsonNode described, String pointer, int deep, List<IdField> fields) {
        JsonNode schema = described;
        while (schema.has("$ref")) {
            String name = schema.get("$ref").asString();
            schema = schemas.path(name.substring(name.lastIndexOf('/') + 1));
        }
        if (deep == 0) {
            throw new AssertionError(pointer + " is deeper than anybody looks");
        }
        for (String name : schema.path("properties").propertyNames()) {
            body(schema.get("properties").get(name), pointer + "/" + name, deep - 1, fields);
        }
        if (schema.has("items")) {
            body(schema.get("items"), pointer + "/0", deep - 1, fields);
        }
        add("body", pointer, schema, fields);
    }

    private static void add(String in, String name, JsonNode schema, List<IdField> fields) {
        boolean uuid = schema.path("format").asString("").equals("uuid");
        boolean text = schema.path("type").asString("").equals("string") && !schema.has("enum");
        String last = name.substring(name.lastIndexOf('/') + 1);
        boolean code = text && (in.equals("path") || CODES.contains(last));
        if (uuid || code) {
            fields.add(new IdField(in, name, uuid));
        }
    }
}
