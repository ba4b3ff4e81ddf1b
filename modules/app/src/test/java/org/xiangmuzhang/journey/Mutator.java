package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/**
 * Makes right requests wrong, by chance and yet the same for the same seed: types, bounds,
 * encodings, what is missing, what is too much, depth, size, others' ids, headers and methods.
 */
final class Mutator {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JSON.getNodeFactory();
    private static final String TYPE = "Content-Type";

    /** What a form of a page is sent as. */
    static final String TYPED = "application/x-www-form-urlencoded";

    private static final int BEYOND_LIMIT = 1_100_000;

    /** What is no value of most fields, as it stands in JSON. */
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "{}",
                    "[]",
                    "[[]]",
                    "{\"a\":{\"b\":[]}}",
                    "0",
                    "-1",
                    "1.5",
                    "-0.0",
                    "1e400",
                    "-1e-400",
                    "9223372036854775808",
                    "99999999999999999999999999999999",
                    "1e9",
                    "1e-9",
                    "0.1234567890123456789",
                    "\"\"",
                    "\"   \"",
                    "\"a\\u0000b\"",
                    "\"a\\uD800b\"",
                    "\"\\uDC00\\uD800\"",
                    "\"\\uFEFF\"",
                    "\"\\u202E\\u0301x\"",
                    "\"' or 1=1 --\"",
                    "\"<script>x</script>\"",
                    "\"${7*7}#{7*7}%n%s{0}\"",
                    "\"../../etc/passwd\"",
                    "\"2026-02-30\"",
                    "\"99999-01-01\"",
                    "\"+999999999-12-31\"",
                    "\"-999999999-01-01\"",
                    "\"2026-11-02T00:00:00Z\"",
                    "\"01900000-0000-7000-8000-00000000dead\"",
                    "\"1-1-1-1-1\"",
                    "\"no-such-value\"",
                    "\"00000000-0000-0000-0000-000000000000\"",
                    "\"999999\"",
                    "\"😀\"");

    /** What is no part of a path and no parameter. */
    private static final List<String> PARTS =
            List.of(
                    "",
                    "%20",
                    "%00",
                    "a%00b",
                    "%0d%0a",
                    "..",
                    "%2e%2e",
                    "%2F",
                    "%5C",
                    ";x=1",
                    "%ZZ",
                    "%",
                    "%C0%AF",
                    "%ED%A0%80",
                    "%FF",
                    "%F0%9F%98%80",
                    "-1",
                    "0",
                    "99999999999999999999",
                    "1e400",
                    "null",
                    "%7B%7D",
                    "*",
                    "%2A",
                    "'%20or%201=1%20--",
                    "%3Cscript%3E",
                    "01900000-0000-7000-8000-00000000dead",
                    "1-1-1-1-1",
                    "2026-02-30",
                    "+999999999-12-31",
                    "%2B999999999-12-31",
                    "{id}",
                    "%252e",
                    "\\u0000",
                    "🙂");

    private static final List<String> METHODS =
            List.of(
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "PATCH",
                    "DELETE",
                    "OPTIONS",
                    "TRACE",
                    "CONNECT",
                    "PROPFIND",
                    "get",
                    "FOO",
                    "POST\t");

    private static final List<String> TYPES =
            List.of(
                    "",
                    "text/plain",
                    "application/xml",
                    "nonsense",
                    "*/*",
                    "image/*",
                    "text/csv",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=x",
                    "application/json;charset=klingon",
                    "application/json;charset=utf-16",
                    "application/json;charset=iso-8859-1",
                    "application/json;",
                    "application/json; q",
                    "application/problem+json",
                    "application/json, text/plain");

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "x",
                    "*",
                    "\"\"",
                    "\"x\"",
                    "W/\"1\"",
                    "\"99999999999999999999\"",
                    "a b",
                    "é",
                    "\u0000",
                    "\u00ff\u00fe",
                    "Bearer",
                    "Bearer x.y.z",
                    "Basic eA==",
                    "01900000-0000-7000-8000-00000000dead",
                    "zh-CN,en;q=x",
                    "*;q=2",
                    "image/png",
                    "gzip, deflate, br",
                    "identity;q=0",
                    "bytes=0-1,5-",
                    "100-continue",
                    "DELETE");

    private static final List<String> HEADERS =
            List.of(
                    "Idempotency-Key",
                    "If-Match",
                    "If-None-Match",
                    "X-Post",
                    "Accept",
                    "Accept-Language",
                    "Accept-Encoding",
                    "Content-Encoding",
                    "Content-Length",
                    "Transfer-Encoding",
                    "Range",
                    "Expect",
                    "X-HTTP-Method-Override",
                    "Origin",
                    "Cookie",
                    "Authorization",
                    "X-Forwarded-For",
                    "If-Modified-Since",
                    "Te");

    private static final List<String> PARAMETERS =
            List.of(
                    "after",
                    "limit",
                    "region",
                    "asOf",
                    "order",
                    "light",
                    "state",
                    "version",
                    "when",
                    "lang",
                    "x",
                    "",
                    "%00",
                    "a[b]",
                    "_method",
                    "class.classLoader");

    private final Random random;
    private final List<String> foreign;
    private final Said said;

    /**
     * @param foreign ids of somebody else's things
     * @param said what the API document says of the operation
     */
    Mutator(long seed, List<String> foreign, Said said) {
        random = new Random(seed);
        this.foreign = foreign;
        this.said = said;
    }

    /** Makes it wrong in one way, now and then in two. */
    void mutate(Mutation request) {
        int times = random.nextInt(5) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            List<Consumer<Mutation>> ways =
                    new ArrayList<>(List.of(this::part, this::query, this::header, this::size));
            if (random.nextInt(4) == 0) {
                ways.add(this::method);
            }
            if (request.body != null) {
                ways.add(this::type);
                ways.add(this::bytes);
                String type = request.headers.getOrDefault(TYPE, "");
                if (type.startsWith("multipart/")) {
                    ways.add(this::form);
                    ways.add(this::form);
                }
                Consumer<Mutation> fields = type.equals(TYPED) ? this::typed : this::field;
                for (int more = 0; more < 6; more++) {
                    ways.add(fields);
                }
                ways.add(this::depth);
                ways.add(this::whole);
            }
            one(ways).accept(request);
        }
    }

    private void part(Mutation request) {
        String[] parts = request.path.split("/", -1);
        int first = Math.min(2, parts.length - 1);
        int at = first + random.nextInt(parts.length - first);
        String other = random.nextInt(4) == 0 ? one(foreign) : one(PARTS);
        parts[at] = random.nextInt(6) == 0 ? parts[at] + other : other;
        request.path = String.join("/", parts);
        note(request, "part of the path");
    }

    private void query(Mutation request) {
        String separator = request.path.contains("?") ? "&" : "?";
        boolean known = !said.parameters().isEmpty() && random.nextInt(3) > 0;
        String name = one(known ? List.copyOf(said.parameters().keySet()) : PARAMETERS);
        String value = random.nextInt(4) == 0 ? one(foreign) : one(PARTS);
        if (random.nextInt(8) == 0) {
            value = encoded("长".repeat(200));
        }
        JsonNode schema = said.parameters().get(name);
        if (schema != null && random.nextBoolean()) {
            value = encoded(bare(one(Said.beyond(schema))));
        }
        request.path += separator + name + "=" + value;
        if (random.nextInt(4) == 0) {
            request.path += "&" + name + "=" + one(PARTS);
        }
        note(request, "parameter " + name);
    }

    private void header(Mutation request) {
        String name = one(HEADERS);
        request.headers.put(name, one(TEXTS));
        if (name.equals("Content-Length") && request.body == null) {
            request.headers.remove(name); // that would be waiting for what nobody sends
        }
        note(request, "header " + name);
    }

    private void type(Mutation request) {
        request.headers.put(TYPE, one(TYPES));
        note(request, "type " + request.headers.get(TYPE));
    }

    private void method(Mutation request) {
        request.method = one(METHODS);
        note(request, "method");
    }

    /** Too long or too many of something. */
    private void size(Mutation request) {
        switch (random.nextInt(request.body == null ? 5 : 7)) {
            case 0 -> request.path += "/" + "a".repeat(10_000);
            case 1 -> request.headers.put("X-Long", "a".repeat(20_000));
            case 2 -> {
                for (int i = 0; i < 300; i++) {
                    request.headers.put("X-Many-" + i, "a");
                }
            }
            case 3 ->
                    request.path +=
                            (request.path.contains("?") ? "&" : "?") + "p=1&".repeat(1_500) + "p=1";
            case 4 -> request.headers.put("Cookie", "a=b; ".repeat(900));
            case 5 -> request.body = (" ".repeat(BEYOND_LIMIT) + text(request)).getBytes();
            default -> {
                byte[] huge = new byte[BEYOND_LIMIT];
                random.nextBytes(huge);
                request.body = huge;
            }
        }
        note(request, "size");
    }

    /** A field that is something else, missing, doubled, or one too many. */
    private void field(Mutation request) {
        JsonNode right = tree(request);
        if (!(right instanceof ObjectNode) || right.isEmpty()) {
            bytes(request);
            return;
        }
        ObjectNode wrong = (ObjectNode) right.deepCopy();
        ObjectNode place = place(wrong);
        List<String> names = List.copyOf(place.propertyNames());
        String name = names.isEmpty() ? "x" : one(names);
        switch (random.nextInt(10)) {
            case 0 -> place.remove(name);
            case 1 -> place.set(name + "X", raw(one(VALUES)));
            case 2 -> place.put(name, "长".repeat(1 + random.nextInt(30_000)));
            case 3 -> {
                ArrayNode many = place.putArray(name);
                String value = one(VALUES);
                for (int i = random.nextInt(20_000); i >= 0; i--) {
                    many.add(raw(value));
                }
            }
            case 4 -> place.put(name, one(foreign));
            case 5 -> {
                String text = wrong.toString();
                request.body =
                        ("{\"" + name + "\":" + one(VALUES) + "," + text.substring(1))
                                .getBytes(StandardCharsets.UTF_8);
                note(request, "doubled " + name);
                return;
            }
            case 6, 7 -> {
                JsonNode schema = said.fields().get(name);
                place.set(name, raw(one(schema == null ? VALUES : Said.beyond(schema))));
            }
            default -> place.set(name, raw(one(VALUES)));
        }
        request.body = JSON.writeValueAsBytes(wrong);
        note(request, "field " + name);
    }

    /** A typed field that is something else, missing, doubled, or one of too many. */
    private void typed(Mutation request) {
        List<String> fields = new ArrayList<>(List.of(text(request).split("&")));
        int at = random.nextInt(fields.size());
        String name = fields.get(at).split("=", 2)[0];
        switch (random.nextInt(8)) {
            case 0 -> fields.remove(at);
            case 1 -> fields.add(name + "=" + one(PARTS));
            case 2 -> fields.set(at, name + "=" + encoded("长".repeat(1 + random.nextInt(5_000))));
            case 3 -> fields.set(at, name + "=" + one(foreign));
            case 4 -> fields.set(at, name + one(List.of("[]", "[0]", ".x", "[99999]")) + "=1");
            case 5 -> {
                for (int more = random.nextInt(3_000); more >= 0; more--) {
                    fields.add(name + more + "=");
                }
            }
            case 6 -> fields.set(at, name + "=" + encoded(bare(one(VALUES))));
            default -> fields.set(at, name + "=" + one(PARTS));
        }
        request.body = String.join("&", fields).getBytes(StandardCharsets.UTF_8);
        note(request, "typed " + name);
    }

    /** The object itself, or one inside of it. */
    private ObjectNode place(ObjectNode whole) {
        List<ObjectNode> places = new ArrayList<>(List.of(whole));
        for (JsonNode value : whole) {
            if (value instanceof ObjectNode inner) {
                places.add(inner);
            } else if (value.path(0) instanceof ObjectNode inner) {
                places.add(inner);
            }
        }
        return one(places);
    }

    private void depth(Mutation request) {
        String open = one(List.of("[", "{\"a\":"));
        String close = open.equals("[") ? "]" : "}";
        String deep =
                open.repeat(10_000) + "1" + (random.nextBoolean() ? close.repeat(10_000) : "");
        JsonNode right = tree(request);
        if (random.nextBoolean() && right instanceof ObjectNode whole && !whole.isEmpty()) {
            String name = one(List.copyOf(whole.propertyNames()));
            ObjectNode wrong = whole.deepCopy();
            wrong.set(name, raw(deep));
            deep = wrong.toString();
        }
        request.body = deep.getBytes(StandardCharsets.UTF_8);
        note(request, "depth");
    }

    /** Another body altogether. */
    private void whole(Mutation request) {
        String other =
                one(
                        List.of(
                                "",
                                "   ",
                                "null",
                                "[]",
                                "{}",
                                "7",
                                "\"text\"",
                                "true",
                                "{\"a\":",
                                "}",
                                "{,}",
                                "NaN",
                                "{'a':1}",
                                "{a:1}",
                                "/*x*/{}",
                                "<a/>",
                                "a=b&c=d",
                                "\uFEFF{}",
                                "{\"a\":1}{\"b\":2}",
                                "{\"@class\":\"java.lang.Object\"}"));
        request.body = other.getBytes(StandardCharsets.UTF_8);
        note(request, "another body");
    }

    /** Other bytes: cut off, scattered, or in another encoding. */
    private void bytes(Mutation request) {
        byte[] right = request.body == null ? new byte[0] : request.body;
        switch (random.nextInt(4)) {
            case 0 -> request.body = java.util.Arrays.copyOf(right, right.length / 2);
            case 1 -> {
                byte[] wrong = right.clone();
                for (int i = 0; i < 3 && wrong.length > 0; i++) {
                    wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
                }
                request.body = wrong;
            }
            case 2 -> {
                Charset other =
                        one(
                                List.of(
                                        StandardCharsets.UTF_16,
                                        StandardCharsets.UTF_16LE,
                                        Charset.forName("GBK"),
                                        Charset.forName("UTF-32")));
                request.body = text(request).getBytes(other);
            }
            default -> {
                byte[] more = java.util.Arrays.copyOf(right, right.length + 3);
                random.nextBytes(more);
                System.arraycopy(right, 0, more, 0, right.length);
                request.body = more;
            }
        }
        note(request, "bytes");
    }

    /** A form whose parts are others, twice there, without a head, or with too much of one. */
    private void form(Mutation request) {
        byte[] body = request.body == null ? new byte[0] : request.body;
        String right = new String(body, StandardCharsets.ISO_8859_1);
        String wrong =
                switch (random.nextInt(8)) {
                    case 0 -> right.replaceFirst(" name=\"[^\"]*\"", quoted(" name", PARTS));
                    case 1 -> right.replaceFirst("filename=\"[^\"]*\"", quoted("filename", PARTS));
                    case 2 -> right.replaceFirst("; filename=\"[^\"]*\"", "");
                    case 3 -> right.replaceFirst("Content-Disposition[^\r]*\r\n", "");
                    case 4 -> right.replaceFirst("--\r\n$", "\r\n") + right.repeat(60);
                    case 5 ->
                            right.replaceFirst(
                                    "\r\n\r\n", "\r\nX-A: " + "a".repeat(5_000) + "\r\n\r\n");
                    case 6 -> right.replace("\r\n", "\n");
                    default -> right.replaceFirst("--\r\n$", "");
                };
        request.body = wrong.getBytes(StandardCharsets.ISO_8859_1);
        note(request, "form");
    }

    private String quoted(String name, List<String> values) {
        return Matcher.quoteReplacement(name + "=\"" + one(values) + "\"");
    }

    private static JsonNode tree(Mutation request) {
        try {
            return JSON.readTree(request.body);
        } catch (RuntimeException e) {
            return NODES.nullNode(); // wrong already
        }
    }

    private static String text(Mutation request) {
        return request.body == null ? "" : new String(request.body, StandardCharsets.UTF_8);
    }

    /** A value of JSON as one writes it elsewhere. */
    private static String bare(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode raw(String json) {
        return NODES.rawValueNode(new RawValue(json));
    }

    private static void note(Mutation request, String what) {
        request.done.add(what);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
