package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.rest.Cursor;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A fixed family of wrong bodies and headers, made from a right one. */
final class WrongInputs {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JSON.getNodeFactory();
    private static final String JSON_TYPE = "application/json";

    /** What any field may be sent instead of its value; each is wrong for most. */
    private static final Map<String, JsonNode> VALUES = values();

    /** Otherwise every field gets the commonest mistakes, and every third of the others. */
    private static final boolean ALL = Boolean.getBoolean("xiangmuzhang.full");

    private static final Set<String> COMMON = Set.of("missing", "null", "unknown text", "-1");

    private WrongInputs() {}

    /**
     * A request that differs in one thing from one that is heard.
     *
     * @param pointer to the field that is wrong, if one is
     * @param headers beside the usual ones, or in their place; empty means left out
     */
    record WrongInput(
            String name,
            @Nullable String pointer,
            byte @Nullable [] body,
            Map<String, String> headers) {

        @Override
        public String toString() {
            return pointer == null ? name : pointer + " " + name;
        }
    }

    static List<WrongInput> of(@Nullable Object rightBody, boolean withVersion) {
        List<WrongInput> wrong = new ArrayList<>();
        if (rightBody != null) {
            JsonNode right = JSON.valueToTree(rightBody);
            bodies(right, wrong);
            for (String pointer : pointers(right)) {
                fields(right, pointer, wrong);
            }
        }
        headers(rightBody == null ? null : bytes(JSON.valueToTree(rightBody)), withVersion, wrong);
        return wrong;
    }

    /** What a query parameter or a part of a path may be instead of its value. */
    static Map<String, String> questions(String name) {
        Map<String, String> questions = new LinkedHashMap<>(Values.TEXTS);
        questions.put("3000 characters", "长".repeat(300)); // more is no HTTP
        for (String number : List.of("0", "-1", "1000000000", "99999999999999999999", "1e400")) {
            questions.put(number, number);
        }
        if (name.equals("after")) {
            questions.put("cursor of another list", new Cursor(List.of("x", "y", "z")).text());
            for (int parts = 1; parts <= 3; parts++) {
                for (String part : List.of("x", "-1", "+999999999-12-31", "\u0000")) {
                    questions.put(
                            "forged cursor of %d times %s".formatted(parts, part),
                            new Cursor(Collections.nCopies(parts, part)).text());
                }
            }
        }
        return questions;
    }

    /** The right body itself. */
    static byte @Nullable [] right(@Nullable Object body) {
        return body == null ? null : bytes(JSON.valueToTree(body));
    }

    private static void bodies(JsonNode right, List<WrongInput> wrong) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("no body", "");
        texts.put("blank body", "   ");
        texts.put("no JSON", "{\"a\":");
        texts.put("text as body", "\"text\"");
        texts.put("number as body", "7");
        texts.put("array as body", "[]");
        texts.put("null as body", "null");
        texts.put("more after the body", right + " {}");
        texts.put("deep nesting", "[".repeat(5000));
        texts.forEach((name, text) -> wrong.add(body(name, utf8(text))));
        wrong.add(body("body in no encoding", new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}));
        String text = right.toString();
        if (right.isObject() && !right.isEmpty()) {
            String first = right.propertyNames().iterator().next();
            wrong.add(body("doubled field", utf8("{\"" + first + "\":null," + text.substring(1))));
        }
        ObjectNode more = ((ObjectNode) right).deepCopy();
        more.put("noSuchField", 1);
        wrong.add(new WrongInput("unknown field", "/noSuchField", bytes(more), Map.of()));
    }

    private static void fields(JsonNode right, String pointer, List<WrongInput> wrong) {
        VALUES.forEach(
                (name, value) -> {
                    if (ALL || COMMON.contains(name) || (pointer + name).hashCode() % 3 == 0) {
                        wrong.add(
                                new WrongInput(
                                        name,
                                        pointer,
                                        bytes(with(right, pointer, value)),
                                        Map.of()));
                    }
                });
        JsonNode now = right.at(pointer);
        if (now.isArray()) {
            ArrayNode many = NODES.arrayNode();
            JsonNode one = now.isEmpty() ? NODES.stringNode("x") : now.get(0);
            for (int i = 0; i < 10_000; i++) {
                many.add(one);
            }
            wrong.add(
                    new WrongInput(
                            "10000 entries", pointer, bytes(with(right, pointer, many)), Map.of()));
            wrong.add(
                    new WrongInput(
                            "null as entry",
                            pointer,
                            bytes(with(right, pointer, NODES.arrayNode().addNull())),
                            Map.of()));
        }
    }

    private static void headers(
            byte @Nullable [] right, boolean withVersion, List<WrongInput> wrong) {
        if (right != null) {
            for (String type : List.of("text/plain", "application/xml", "nonsense", "image/*")) {
                wrong.add(header("media type " + type, right, "Content-Type", type));
            }
            wrong.add(
                    header(
                            "media type in no charset",
                            right,
                            "Content-Type",
                            JSON_TYPE + ";charset=klingon"));
        }
        if (withVersion) {
            for (String tag :
                    List.of("", "7", "\"x\"", "W/\"0\"", "\"99999999999999999999\"", "\"")) {
                wrong.add(header("If-Match " + tag, right, "If-Match", tag));
            }
        }
        for (String key : List.of("", "short", "with blanks in it", "k".repeat(3000))) {
            String shown = key.length() > 20 ? "of 3000 characters" : key;
            wrong.add(header("Idempotency-Key " + shown, right, "Idempotency-Key", key));
        }
        wrong.add(header("X-Post that is none", right, "X-Post", "not-a-uuid"));
        wrong.add(header("X-Post of nobody", right, "X-Post", Values.UNKNOWN));
        wrong.add(header("token that is none", right, "Authorization", "Bearer nonsense"));
        wrong.add(header("Accept of something else", right, "Accept", "image/png"));
    }

    /** Every field of a body, also those inside of others; of a list the first entry. */
    private static List<String> pointers(JsonNode node) {
        List<String> pointers = new ArrayList<>();
        if (node.isObject()) {
            node.propertyNames()
                    .forEach(
                            name -> {
                                pointers.add("/" + name);
                                for (String deeper : pointers(node.get(name))) {
                                    pointers.add("/" + name + deeper);
                                }
                            });
        } else if (node.isArray() && !node.isEmpty()) {
            pointers.add("/0");
            for (String deeper : pointers(node.get(0))) {
                pointers.add("/0" + deeper);
            }
        }
        return pointers;
    }

    private static JsonNode with(JsonNode right, String pointer, JsonNode value) {
        JsonNode copy = right.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            String name = place.last().getMatchingProperty();
            if (value.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else if (parent instanceof ArrayNode array) {
            if (value.isMissingNode()) {
                array.remove(0);
            } else {
                array.set(0, value);
            }
        }
        return copy;
    }

    private static WrongInput body(String name, byte[] body) {
        return new WrongInput(name, null, body, Map.of());
    }

    private static WrongInput header(
            String name, byte @Nullable [] right, String header, String value) {
        return new WrongInput(name, null, right, Map.of(header, value));
    }

    private static Map<String, JsonNode> values() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("missing", MissingNode.getInstance());
        values.put("null", NODES.nullNode());
        values.put("true", NODES.booleanNode(true));
        values.put("object", NODES.objectNode());
        values.put("empty array", NODES.arrayNode());
        values.put("array of text", NODES.arrayNode().add("no such value"));
        for (String number :
                List.of("0", "-1", "1.5", "1e400", "-1e-400", "99999999999999999999", "1e9")) {
            values.put(number, NODES.rawValueNode(new RawValue(number)));
        }
        Values.TEXTS.forEach((name, text) -> values.put(name, NODES.stringNode(text)));
        values.put("half a character", NODES.rawValueNode(new RawValue("\"a\\uD800b\"")));
        return values;
    }

    /** Texts that are wrong for most fields and parameters. */
    static final class Values {

        static final String UNKNOWN = "01900000-0000-7000-8000-00000000dead";

        static final Map<String, String> TEXTS = new LinkedHashMap<>();

        static {
            TEXTS.put("empty text", "");
            TEXTS.put("blank text", "   ");
            TEXTS.put("3000 characters", "长".repeat(3000));
            TEXTS.put("NUL", "a\u0000b");
            TEXTS.put("unknown text", "no-such-value");
            TEXTS.put("number as text", "7");
            TEXTS.put("unknown id", UNKNOWN);
            TEXTS.put("date of no month", "99999-99-99");
            TEXTS.put("30 February", "2026-02-30");
            TEXTS.put("first date", "0001-01-01");
            TEXTS.put("last date", "+999999999-12-31");
            TEXTS.put("date before dates", "-999999999-01-01");
        }

        private Values() {}
    }

    private static byte[] bytes(JsonNode node) {
        return utf8(JSON.writeValueAsString(node));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
