package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the API document says of one operation.
 *
 * @param parameters names of what stands behind the question mark, with their schemas
 * @param fields names of what stands anywhere in the body, with their schemas
 */
record Said(Map<String, JsonNode> parameters, Map<String, JsonNode> fields) {

    private static final String SCHEMAS = "#/components/schemas/";

    /** Of an operation that the document does not have: nothing. */
    static Said of(JsonNode document, String operation) {
        String[] words = operation.split(" ");
        JsonNode said =
                document.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
        Map<String, JsonNode> parameters = new TreeMap<>();
        for (JsonNode parameter : said.path("parameters")) {
            if (parameter.get("in").asString().equals("query")) {
                parameters.put(parameter.get("name").asString(), parameter.path("schema"));
            }
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        for (JsonNode type : said.path("requestBody").path("content")) {
            gather(document, type.path("schema"), fields);
        }
        return new Said(parameters, fields);
    }

    private static void gather(JsonNode document, JsonNode schema, Map<String, JsonNode> fields) {
        String shared = schema.path("$ref").asString("");
        if (!shared.isEmpty()) {
            String name = shared.substring(SCHEMAS.length());
            gather(document, document.path("components").path("schemas").path(name), fields);
            return;
        }
        gatherOf(document, schema.path("items"), fields);
        gatherOf(document, schema.path("additionalProperties"), fields);
        schema.path("properties")
                .properties()
                .forEach(
                        field -> {
                            if (fields.putIfAbsent(field.getKey(), field.getValue()) == null) {
                                gather(document, field.getValue(), fields);
                            }
                        });
    }

    private static void gatherOf(JsonNode document, JsonNode part, Map<String, JsonNode> fields) {
        if (part.isObject()) {
            gather(document, part, fields);
        }
    }

    /** Values, as they stand in JSON, that are just beyond what the schema of a field allows. */
    static List<String> beyond(JsonNode schema) {
        List<String> values = new ArrayList<>();
        for (JsonNode allowed : schema.path("enum")) {
            String word = allowed.asString();
            values.addAll(quoted(word + " ", word.toLowerCase(Locale.ROOT) + "?", word + word));
        }
        for (String bound : List.of("minimum", "maximum")) {
            if (schema.has(bound)) {
                values.add(
                        schema.get(bound).decimalValue().subtract(java.math.BigDecimal.ONE) + "");
                values.add(schema.get(bound).decimalValue().add(java.math.BigDecimal.ONE) + "");
            }
        }
        values.addAll(
                switch (schema.path("type").asString("") + schema.path("format").asString("")) {
                    case "integerint32" -> List.of("2147483648", "-2147483649", "0.5", "\"1\"");
                    case "integerint64" -> List.of("9223372036854775808", "-9223372036854775809");
                    case "number" ->
                            List.of("1" + "0".repeat(38), "0." + "0".repeat(20) + "1", "\"1,5\"");
                    case "stringdate" ->
                            quoted(
                                    "1949-09-30",
                                    "2100-01-01",
                                    "2026-02-29",
                                    "20261130",
                                    "2026-1-1");
                    case "stringdate-time" ->
                            quoted("2026-11-30", "2026-11-30T25:00:00Z", "2100-01-01T00:00:00Z");
                    case "stringuuid" ->
                            quoted(
                                    "01900000-0000-7000-8000-00000000dea",
                                    "01900000-0000-7000-8000-00000000deag",
                                    "019000000000700080000000dead",
                                    "{01900000-0000-7000-8000-00000000dead}");
                    case "boolean" -> List.of("\"true\"", "1", "\"\"");
                    case "array" -> List.of("{}", "[null]", "[[[]]]", "\"a,b\"");
                    default -> quoted("\t", "\u2028", "x".repeat(100_000));
                });
        return values;
    }

    private static List<String> quoted(String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> '"' + text.replace("\t", "\\t") + '"')
                .toList();
    }
}
