package org.xiangmuzhang.webhooks.sending;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over a connection of its own to one of the addresses that were looked at, so that a name
 * that leads elsewhere a moment later leads nowhere. Of the answer only the status is read;
 * redirects are answers like others.
 */
public final class Posting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final int LONGEST_HEAD = 8192;
    private static final int FINAL = 200;
    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    private final Addresses addresses;
    private final Duration patience;

    /** Closes connections whose time is over, however the receiver spends it. */
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-watch").factory());

    /**
     * Sends to where names lead.
     *
     * @param patience for connecting, sending and the answer together
     */
    public Posting(Addresses addresses, Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
    }

    public Answer post(URI url, Map<String, String> headers, String body) {
        Addresses.Found found = addresses.of(url);
        if (found.outcome() != Outcome.ANSWERED) {
            return Answer.of(found.outcome());
        }
        long end = System.nanoTime() + patience.toNanos();
        AtomicBoolean over = new AtomicBoolean();
        try (Socket plain = connected(found.all(), port(url), end)) {
            var closing =
                    watch.schedule(() -> close(plain, over), left(end), TimeUnit.MILLISECONDS);
            try {
                return exchange(plain, url, headers, body);
            } finally {
                closing.cancel(false);
            }
        } catch (SocketTimeoutException e) {
            return Answer.of(Outcome.TOO_SLOW);
        } catch (SSLException e) {
            return Answer.of(over.get() ? Outcome.TOO_SLOW : Outcome.NOT_TRUSTED);
        } catch (IOException e) {
            return Answer.of(over.get() ? Outcome.TOO_SLOW : Outcome.NOT_CONNECTED);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static Socket connected(List<InetAddress> all, int port, long end) throws IOException {
        IOException last = new IOException("No address");
        for (InetAddress address : all) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, port), left(end));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private static Answer exchange(Socket plain, URI url, Map<String, String> headers, String body)
            throws IOException {
        Socket socket = isPlain(url) ? plain : secured(plain, url);
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(head(url, headers, content.length));
        socket.getOutputStream().write(content);
        socket.getOutputStream().flush();
        return answer(socket.getInputStream());
    }

    private static Socket secured(Socket plain, URI url) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket =
                (SSLSocket)
                        factory.createSocket(
                                plain, Addresses.literal(url.getHost()), port(url), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(URI url, Map<String, String> headers, int length) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String host = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(host).append("\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n");
        head.append("User-Agent: Xiangmuzhang\r\nConnection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Passes over what a server says before its answer (100, 103), within the same few bytes. */
    private static Answer answer(InputStream in) throws IOException {
        int room = LONGEST_HEAD;
        while (room > 0) {
            String line = line(in, room);
            Matcher status = STATUS.matcher(line);
            if (!status.matches()) {
                return Answer.of(Outcome.NOT_HTTP);
            }
            int code = Integer.parseInt(status.group(1));
            if (code >= FINAL) {
                return new Answer(Outcome.ANSWERED, code);
            }
            for (room -= line.length(); room > 0 && !line.isEmpty(); room -= line.length() + 1) {
                line = line(in, room);
            }
        }
        return Answer.of(Outcome.NOT_HTTP);
    }

    private static String line(InputStream in, int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n' && line.size() < longest; one = in.read()) {
            if (one < 0) {
                throw new IOException("The receiver hung up");
            }
            line.write(one);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static void close(Socket socket, AtomicBoolean over) {
        over.set(true);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close", e);
        }
    }

    private static boolean isPlain(URI url) {
        return "http".equalsIgnoreCase(url.getScheme());
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isPlain(url) ? PLAIN_PORT : TLS_PORT;
    }

    /** Milliseconds, at least one. */
    private static int left(long end) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }
}
