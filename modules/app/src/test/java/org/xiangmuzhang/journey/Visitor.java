package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser, who signs in and follows links. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    private final CookieManager cookies;
    private final HttpClient http;
    private final HttpClient staying;
    private final String base;
    private final long since = System.nanoTime();
    private @Nullable String token;

    private Visitor(String base, CookieManager cookies) {
        this.base = base;
        this.cookies = cookies;
        this.http =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        this.staying = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    private Visitor(String base) {
        this(base, new CookieManager());
    }

    /** The same browser at another node. */
    Visitor at(String node) {
        return new Visitor(node, cookies);
    }

    /** Somebody who has not signed in. */
    static Visitor of(String base) {
        return new Visitor(base);
    }

    static Visitor signIn(String base, String login) {
        return signIn(base, login, Platform.SECRET);
    }

    static Visitor signIn(String base, String login, String password) {
        Visitor visitor = new Visitor(base);
        Matcher token = CSRF.matcher(visitor.get("/sign-in").body());
        if (!token.find()) {
            throw new AssertionError("No form on the sign-in page");
        }
        String form =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(
                                login,
                                URLEncoder.encode(password, StandardCharsets.UTF_8),
                                URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        visitor.send(
                visitor.request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        return visitor;
    }

    /** Goes from link to link, assets as well, to at most so many pages; gives those it saw. */
    List<String> walk(String from, int most) {
        Deque<String> open = new ArrayDeque<>(List.of(from));
        Set<String> known = new HashSet<>(open);
        List<String> seen = new ArrayList<>();
        while (!open.isEmpty() && seen.size() < most) {
            String page = open.removeFirst();
            HttpResponse<String> answer = get(page);
            seen.add(answer.statusCode() + " " + page);
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (known.add(link)) {
                    open.add(link);
                }
            }
        }
        return seen;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Whether its session may have ended. */
    boolean isOld() {
        return System.nanoTime() - since > Duration.ofMinutes(20).toNanos();
    }

    /** Sends a request and stays where it was sent; a form takes the token of the session along. */
    HttpResponse<String> trySend(
            String method, String path, Map<String, String> form, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        if (method.equals("POST")) {
            Map<String, String> fields = new LinkedHashMap<>(form);
            fields.put("_csrf", token());
            String body =
                    fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&"));
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body));
        } else {
            request.method(method, BodyPublishers.noBody());
        }
        headers.forEach(request::setHeader);
        return send(staying, request);
    }

    /** Posts whatever it is given. */
    HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) {
        return send(staying, request(path).header("Content-Type", type).POST(body));
    }

    /** What its browser sends along. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** What its forms hold, so that nobody else sends them. */
    String token() {
        if (token == null) {
            Matcher found = CSRF.matcher(get("/sign-in").body());
            token = found.find() ? found.group(1) : "none";
        }
        return token;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
