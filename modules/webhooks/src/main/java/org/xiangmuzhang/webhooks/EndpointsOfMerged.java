package org.xiangmuzhang.webhooks;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.PassingOn;

import java.time.LocalDate;
import java.util.UUID;

/** What an enterprise that is merged away wanted to hear, the kept one hears. */
@Component
class EndpointsOfMerged implements PassingOn {

    private final JdbcWebhooks rows;

    EndpointsOfMerged(JdbcWebhooks rows) {
        this.rows = rows;
    }

    @Override
    public void passOn(UUID dissolved, UUID kept, LocalDate on) {
        rows.passOn(dissolved, kept);
    }
}
