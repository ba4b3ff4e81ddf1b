package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is made wrong bit by bit, down to the bytes on the wire. */
final class Mutation {

    final List<String> done = new ArrayList<>();
    String method;
    String path;
    byte @Nullable [] body;
    final Map<String, String> headers = new LinkedHashMap<>();

    Mutation(String method, String path, byte @Nullable [] body) {
        this.method = method;
        this.path = path;
        this.body = body;
    }

    /** The bytes on the wire; every character of a header is one byte. */
    byte[] bytes(boolean rehearsed) {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (rehearsed) {
            head.append(Rehearsals.HEADER).append(": 1\r\n");
        }
        if (body != null && !headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            all.writeBytes(body);
        }
        return all.toByteArray();
    }

    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.ISO_8859_1);
        return "%s %s %s %s".formatted(done, method, shortened(path), shortened(text));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…(" + text.length() + ")";
    }
}
