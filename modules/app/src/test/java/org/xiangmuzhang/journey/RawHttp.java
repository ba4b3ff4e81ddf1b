package org.xiangmuzhang.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HTTP by hand: sends whatever bytes it is given, and waits for the answer, but not for long. */
final class RawHttp {

    /** An answer that takes longer is a hang. */
    private static final int HANG_MILLIS = 2_000;

    private final InetSocketAddress address;

    RawHttp(String base) {
        URI uri = URI.create(base);
        address = new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    /**
     * What came back.
     *
     * @param status 0 when the connection was closed without an answer, -1 when none came in time
     */
    record Response(int status, String type, String body) {

        boolean isLate() {
            return status == -1;
        }
    }

    /** One request on a connection of its own. */
    Response send(byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, HANG_MILLIS);
            socket.setSoTimeout(HANG_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(request);
                out.flush();
            } catch (SocketException e) {
                // it need not listen to the end of what it refuses; what it said stands there
            }
            return read(socket.getInputStream());
        }
    }

    private static Response read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketTimeoutException e) {
            return new Response(-1, "", "");
        } catch (SocketException e) {
            // closed before its whole answer was read
        }
        return parsed(all.toByteArray());
    }

    private static Response parsed(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            return new Response(0, "", text);
        }
        String head = text.substring(0, end);
        int status = Integer.parseInt(head.substring(9, 12));
        if (status == 100) {
            return parsed(Arrays.copyOfRange(answer, end + 4, answer.length));
        }
        String body = text.substring(end + 4);
        if (header(head, "transfer-encoding").equals("chunked")) {
            body = unchunked(body);
        }
        return new Response(
                status,
                header(head, "content-type"),
                new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase().startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String unchunked(String body) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (true) {
            int line = body.indexOf("\r\n", at);
            if (line < 0) {
                return whole.toString();
            }
            int size = Integer.parseInt(body.substring(at, line).strip(), 16);
            int from = line + 2;
            if (size == 0 || from + size > body.length()) {
                return whole.toString();
            }
            whole.append(body, from, from + size);
            at = from + size + 2;
        }
    }
}
