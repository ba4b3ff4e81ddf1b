package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The cast at work: does deeds in anybody's name, as a program or at the console. */
final class Troupe {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Platform platform;
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final Map<String, String> sheets = new ConcurrentHashMap<>();

    Troupe(Platform platform) {
        this.platform = platform;
    }

    /** What came back, byte for byte and with its headers. */
    record Reply(int status, String body, Map<String, String> headers) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Everything that came back. */
        String all() {
            return headers + "\n" + body;
        }
    }

    /** Lets somebody upload a file of its own, and sign in. */
    void ready(String login) {
        visitor(login);
        Caller.Answer uploaded = platform.as(login).tryUpload("own.pdf", Story.PAPER);
        if (uploaded.status() == 201) {
            files.put(login, uploaded.body().get("id").asString());
            sheets.put(login, platform.as(login).upload("own.csv", Story.SHEET).toString());
        }
    }

    /** Does it, in a way that leaves no trace; as a stranger where there is no login. */
    Reply rehearse(Deed meant, @Nullable String login) {
        String file = login == null ? null : files.get(login);
        Deed deed =
                file == null
                        ? meant
                        : meant.provedBy(file).takenFrom(sheets.getOrDefault(login, file));
        deed.before().run();
        Map<String, String> headers = new LinkedHashMap<>();
        if (!deed.method().equals("GET")) {
            headers.put(Rehearsals.HEADER, "1");
        }
        if (deed.isForPrograms()) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            headers.put("If-Match", "*");
            headers.put("Content-Type", deed.type());
            return login == null ? strange(deed, headers) : program(deed, login, headers);
        }
        if (login == null) {
            headers.put("Accept", "text/html,*/*");
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            return strange(deed, headers);
        }
        if (!deed.method().equals("GET")) {
            headers.put("HX-Request", "true"); // a refusal comes with its status
        }
        HttpResponse<String> answer =
                visitor(login).trySend(deed.method(), deed.path(), deed.form(), headers);
        if (deed.path().endsWith("/sign-out")) {
            visitors.remove(login);
        }
        return reply(answer);
    }

    /** Signed in at the console. */
    Visitor visitor(String login) {
        return visitors.compute(
                login,
                (name, known) ->
                        known == null || known.isOld()
                                ? Visitor.signIn(platform.address(), name)
                                : known);
    }

    private Reply program(Deed deed, String login, Map<String, String> headers) {
        return reply(platform.as(login).send(deed.method(), deed.path(), deed.body(), headers));
    }

    /** Does it as a program that shows a token of its own, and leaves no trace. */
    Reply rehearseShowing(Deed deed, String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Rehearsals.HEADER, "1");
        headers.put("Content-Type", deed.type());
        headers.put("Authorization", "Bearer " + token);
        return strange(deed, headers);
    }

    /** Does it with the session of a browser, from which no form is sent there. */
    Reply rehearseSignedIn(Deed deed, String login) {
        return reply(
                visitor(login)
                        .trySend(
                                deed.method(),
                                deed.path(),
                                Map.of(),
                                Map.of(Rehearsals.HEADER, "1")));
    }

    private Reply strange(Deed deed, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(platform.address() + deed.path()))
                        .method(
                                deed.method(),
                                deed.body() == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(deed.body()));
        headers.forEach(request::setHeader);
        try {
            return reply(HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Reply reply(HttpResponse<String> answer) {
        Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Reply(answer.statusCode(), answer.body(), headers);
    }
}
