package org.xiangmuzhang.webhooks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.parties.SharedSecrets;
import org.xiangmuzhang.webhooks.JdbcWebhooks.Due;
import org.xiangmuzhang.webhooks.sending.Answer;
import org.xiangmuzhang.webhooks.sending.Posting;
import org.xiangmuzhang.webhooks.sending.Signature;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is due: to each endpoint one thing after another, to all of them at once, so that one
 * that never answers holds up nobody but itself. Nothing of the database is held while it waits.
 */
@Component
class Couriers implements DisposableBean {

    static final String WORK = "webhooks.send";

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final int AT_ONCE = 64;
    private static final Duration PARTING = Duration.ofSeconds(5);

    /** How long after each failed try the next one comes. */
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private final JdbcWebhooks rows;
    private final SharedSecrets secrets;
    private final Posting posting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What a receiver compares with its own clock, which no practice sends forward. */
    private final InstantSource real = InstantSource.system();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);

    Couriers(
            JdbcWebhooks rows,
            SharedSecrets secrets,
            Posting posting,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.posting = posting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends couriers on their way and does not wait for them. */
    void run() {
        int room = free.drainPermits();
        if (room == 0) {
            return;
        }
        UUID lease = UUID.randomUUID();
        int sent = 0;
        try {
            for (UUID endpoint : rows.take(lease, clock.instant(), room)) {
                threads.execute(() -> serve(endpoint, lease));
                sent++;
            }
        } finally {
            free.release(room - sent);
        }
    }

    /** Leaves after what failed, so that others are served before it is tried again. */
    private void serve(UUID endpoint, UUID lease) {
        try {
            boolean taken = true;
            while (taken && rows.holds(endpoint, lease)) {
                taken = rows.due(endpoint, clock.instant()).map(this::send).orElse(false);
            }
            rows.release(endpoint, lease);
        } catch (RuntimeException e) {
            LOG.warn("What is due for endpoint {} waits", endpoint, e);
        } finally {
            free.release();
        }
    }

    private boolean send(Due due) {
        String id = due.event().toString();
        long now = real.instant().getEpochSecond();
        String secret = secrets.open(due.secret(), Endpoint.about(due.endpoint()));
        Answer answer =
                posting.post(
                        URI.create(due.url()),
                        Map.of(
                                "Content-Type",
                                CloudEvent.MEDIA_TYPE,
                                "webhook-id",
                                id,
                                "webhook-timestamp",
                                Long.toString(now),
                                "webhook-signature",
                                Signature.of(secret, id, now, due.body())),
                        due.body());
        Instant at = clock.instant();
        boolean last = due.tries() >= PAUSES.size();
        boolean fails = !answer.isTaken() && last;
        transaction.executeWithoutResult(
                status -> {
                    rows.tried(
                            due.delivery(),
                            answer,
                            at,
                            answer.isTaken() || last ? null : at.plus(PAUSES.get(due.tries())));
                    if (fails) {
                        rows.turn(due.endpoint(), Endpoint.State.FAILED);
                    }
                });
        return answer.isTaken();
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(PARTING.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Couriers are still on their way");
        }
    }
}
