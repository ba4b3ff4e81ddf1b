package org.xiangmuzhang.webhooks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;

/** Keeps what is to be told, for whoever the matter belongs to now. */
@Component
class Telling {

    /** How long events and their deliveries are kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 1000;

    private final JdbcWebhooks rows;
    private final Applications applications;
    private final Enterprises enterprises;
    private final JsonMapper json;
    private final Clock clock;

    Telling(
            JdbcWebhooks rows,
            Applications applications,
            Enterprises enterprises,
            JsonMapper json,
            Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.enterprises = enterprises;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    void tell(Happening what) {
        if (what.at().isBefore(clock.instant().minus(KEPT))) {
            return;
        }
        applications
                .byId(what.application())
                .map(ApplicationView::enterprise)
                .flatMap(enterprises::held)
                .map(Enterprise::id)
                .ifPresent(
                        enterprise ->
                                rows.tell(
                                        what,
                                        enterprise,
                                        json.writeValueAsString(what.told()),
                                        clock));
    }

    /** Removes what is older than that. */
    void forgetOld() {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = rows.forget(clock.instant().minus(KEPT), BATCH);
        }
    }
}
