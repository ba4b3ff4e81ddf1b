package org.xiangmuzhang.webhooks;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.SharedSecrets;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.webhooks.JdbcWebhooks.Numbered;
import org.xiangmuzhang.webhooks.sending.Addresses;
import org.xiangmuzhang.webhooks.sending.Outcome;
import org.xiangmuzhang.webhooks.sending.Signature;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Whoever acts for an enterprise says where its own system hears, and reads what was sent. */
@Component
class KeepingEndpoints {

    private static final int MOST = 20;
    private static final Pattern FORM = Pattern.compile("(?i)https?://[\\x21-\\x7e&&[^@#]]{1,490}");

    private final JdbcWebhooks rows;
    private final Enterprises enterprises;
    private final SharedSecrets secrets;
    private final Addresses addresses;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    KeepingEndpoints(
            JdbcWebhooks rows,
            Enterprises enterprises,
            SharedSecrets secrets,
            Addresses addresses,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.rows = rows;
        this.enterprises = enterprises;
        this.secrets = secrets;
        this.addresses = addresses;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** An endpoint and the secret by which its receiver knows us, told this once. */
    record WithSecret(Endpoint endpoint, String secret) {}

    /**
     * Refuses with {@code webhook-url}, {@code webhook-host-not-found}, {@code
     * webhook-address-refused}, {@code webhook-kinds}, {@code event-kind-wrong} and {@code
     * webhook-endpoints-enough}. The name is looked up before the transaction begins.
     */
    WithSecret register(Actor actor, String url, List<String> kinds) {
        UUID enterprise = enterprise(actor);
        List<String> wanted = wanted(kinds);
        checked(url);
        return Objects.requireNonNull(
                transaction.execute(status -> add(actor, enterprise, url, wanted)));
    }

    private WithSecret add(Actor actor, UUID enterprise, String url, List<String> kinds) {
        UUID owner = enterprises.held(enterprise).orElseThrow().id();
        if (rows.of(owner, null, MOST).size() == MOST) {
            throw Refusal.conflict("webhook-endpoints-enough", MOST);
        }
        Endpoint endpoint =
                new Endpoint(
                        Ids.next(clock),
                        actor.region(),
                        owner,
                        url,
                        kinds,
                        Endpoint.State.ACTIVE,
                        clock.instant(),
                        0);
        String secret = Signature.secret();
        rows.add(endpoint, secrets.seal(secret, Endpoint.about(endpoint.id())));
        return new WithSecret(endpoint, secret);
    }

    @Transactional(readOnly = true)
    public Page<Endpoint> all(Actor actor, @Nullable Cursor after, int limit) {
        return Page.of(
                rows.of(enterprise(actor), after == null ? null : after.id(0), limit + 1),
                limit,
                endpoint -> Cursor.of(endpoint.id()));
    }

    /** Refuses with {@code webhook-endpoint-unknown}. */
    @Transactional(readOnly = true)
    public Endpoint one(Actor actor, UUID id) {
        return own(actor, rows.byId(id).orElse(null));
    }

    /** Sends nothing any more; what happens waits, and is kept as long as everything is. */
    @Transactional
    public Endpoint pause(Actor actor, UUID id, LongConsumer seen) {
        return turn(actor, id, seen, Endpoint.State.PAUSED);
    }

    /** Sends again, what waited first. */
    @Transactional
    public Endpoint resume(Actor actor, UUID id, LongConsumer seen) {
        return turn(actor, id, seen, Endpoint.State.ACTIVE);
    }

    private Endpoint turn(Actor actor, UUID id, LongConsumer seen, Endpoint.State state) {
        changeable(actor, id, seen);
        rows.turn(id, state);
        return one(actor, id);
    }

    /** The secret of before is good for nothing from now on. */
    @Transactional
    public WithSecret renew(Actor actor, UUID id, LongConsumer seen) {
        changeable(actor, id, seen);
        String secret = Signature.secret();
        rows.secret(id, secrets.seal(secret, Endpoint.about(id)));
        return new WithSecret(one(actor, id), secret);
    }

    /** With all that was sent to it. */
    @Transactional
    public void remove(Actor actor, UUID id, LongConsumer seen) {
        changeable(actor, id, seen);
        rows.remove(id);
    }

    @Transactional(readOnly = true)
    public Page<Delivery> deliveries(
            Actor actor, UUID endpoint, @Nullable Cursor after, int limit) {
        one(actor, endpoint);
        return Page.of(
                rows.deliveries(endpoint, after == null ? null : after.id(0), limit + 1),
                limit,
                delivery -> Cursor.of(delivery.id()));
    }

    /**
     * Sends a delivery once more, under the same id; refuses with {@code webhook-delivery-unknown}.
     */
    @Transactional
    public Delivery resend(Actor actor, UUID delivery) {
        UUID enterprise = enterprise(actor);
        Delivery found =
                rows.delivery(delivery)
                        .filter(
                                one ->
                                        rows.byId(one.endpoint())
                                                .filter(at -> at.enterprise().equals(enterprise))
                                                .isPresent())
                        .orElseThrow(() -> Refusal.notFound("webhook-delivery-unknown"));
        rows.again(found.id(), clock.instant());
        return rows.delivery(found.id()).orElseThrow();
    }

    /** What happened to the enterprise's matters, oldest first, for whoever cannot be sent to. */
    @Transactional(readOnly = true)
    public Page<CloudEvent> events(Actor actor, @Nullable Cursor after, int limit) {
        List<Numbered> found =
                rows.events(enterprise(actor), after == null ? 0 : after.number(0), limit);
        String next =
                found.isEmpty()
                        ? after == null ? null : after.text()
                        : Cursor.of(found.getLast().number()).text();
        return new Page<>(
                found.stream().map(one -> json.readValue(one.body(), CloudEvent.class)).toList(),
                next);
    }

    private void changeable(Actor actor, UUID id, LongConsumer seen) {
        seen.accept(own(actor, rows.locked(id).orElse(null)).version());
    }

    private static Endpoint own(Actor actor, @Nullable Endpoint found) {
        UUID enterprise = enterprise(actor);
        if (found == null || !found.enterprise().equals(enterprise)) {
            throw Refusal.notFound("webhook-endpoint-unknown");
        }
        return found;
    }

    private static UUID enterprise(Actor actor) {
        actor.mustBe(Role.APPLICANT);
        return Objects.requireNonNull(actor.enterprise());
    }

    private void checked(String text) {
        URI url = url(text);
        Outcome found = addresses.of(url).outcome();
        if (found == Outcome.HOST_NOT_FOUND) {
            throw Refusal.invalid("webhook-host-not-found", "/url");
        }
        if (found != Outcome.ANSWERED) {
            throw Refusal.invalid("webhook-address-refused", "/url");
        }
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (FORM.matcher(text).matches() && url.getHost() != null && url.getPort() != 0) {
                return url;
            }
        } catch (URISyntaxException e) {
            // refused as any other form
        }
        throw Refusal.invalid("webhook-url", "/url");
    }

    private static List<String> wanted(List<String> kinds) {
        if (kinds.isEmpty() || kinds.size() > Kind.values().length) {
            throw Refusal.invalid("webhook-kinds", "/kinds");
        }
        List<String> wanted = new ArrayList<>();
        for (String kind : kinds) {
            wanted.add(Kind.of(kind, "/kinds/" + wanted.size()).type());
        }
        return wanted.stream().distinct().toList();
    }
}
