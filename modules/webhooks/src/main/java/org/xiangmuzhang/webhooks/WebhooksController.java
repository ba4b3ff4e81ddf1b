package org.xiangmuzhang.webhooks;

import static org.xiangmuzhang.rest.RequestFields.present;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.webhooks.KeepingEndpoints.WithSecret;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Endpoints of the caller's enterprise, what was sent to them, and what happened. */
@RestController
@RequestMapping("/api/webhooks")
class WebhooksController {

    private final KeepingEndpoints endpoints;

    WebhooksController(KeepingEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * What an enterprise wants to be told, and where.
     *
     * @param url an https address in the public network
     * @param kinds such as application.accepted
     */
    record NewEndpoint(@Nullable String url, @Nullable List<@Nullable String> kinds) {}

    @GetMapping("/endpoints")
    Page<Endpoint> all(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return endpoints.all(actor, Cursor.parse(after, 1), Page.limit(limit));
    }

    /** The secret is told in this answer and never again. */
    @PostMapping("/endpoints")
    ResponseEntity<WithSecret> register(@RequestBody NewEndpoint wanted, Actor actor) {
        String url = present(wanted.url(), "/url");
        List<String> kinds = new ArrayList<>();
        for (String kind : present(wanted.kinds(), "/kinds")) {
            kinds.add(present(kind, "/kinds/" + kinds.size()));
        }
        WithSecret made = endpoints.register(actor, url, kinds);
        return EntityTags.tag(
                        ResponseEntity.created(
                                URI.create("/api/webhooks/endpoints/" + made.endpoint().id())),
                        made.endpoint().version())
                .body(made);
    }

    @GetMapping("/endpoints/{id}")
    ResponseEntity<Endpoint> one(@PathVariable UUID id, Actor actor) {
        return answer(endpoints.one(actor, id));
    }

    @PostMapping("/endpoints/{id}/pause")
    ResponseEntity<Endpoint> pause(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        return answer(endpoints.pause(actor, id, seen(ifMatch)));
    }

    @PostMapping("/endpoints/{id}/resumption")
    ResponseEntity<Endpoint> resume(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        return answer(endpoints.resume(actor, id, seen(ifMatch)));
    }

    /** The new secret is told in this answer and never again. */
    @PostMapping("/endpoints/{id}/secret")
    ResponseEntity<WithSecret> renew(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        WithSecret made = endpoints.renew(actor, id, seen(ifMatch));
        return EntityTags.tag(ResponseEntity.ok(), made.endpoint().version()).body(made);
    }

    @PostMapping("/endpoints/{id}/removal")
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        endpoints.remove(actor, id, seen(ifMatch));
    }

    @GetMapping("/endpoints/{id}/deliveries")
    Page<Delivery> deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return endpoints.deliveries(actor, id, Cursor.parse(after, 1), Page.limit(limit));
    }

    @PostMapping("/deliveries/{id}/resending")
    Delivery resend(@PathVariable UUID id, Actor actor) {
        return endpoints.resend(actor, id);
    }

    /** Oldest first; next leads on to what happens later, also where there is nothing yet. */
    @GetMapping("/events")
    Page<CloudEvent> events(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return endpoints.events(actor, Cursor.parse(after, 1), Page.limit(limit));
    }

    private static ResponseEntity<Endpoint> answer(Endpoint endpoint) {
        return EntityTags.tag(ResponseEntity.ok(), endpoint.version()).body(endpoint);
    }

    private static LongConsumer seen(@Nullable String ifMatch) {
        return version -> EntityTags.check(ifMatch, version);
    }
}
