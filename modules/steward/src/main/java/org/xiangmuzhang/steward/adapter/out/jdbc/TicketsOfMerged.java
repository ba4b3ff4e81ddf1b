package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.parties.PassingOn;

import java.time.LocalDate;
import java.util.UUID;

/** Tickets of an enterprise that is merged away are those of the one that is kept. */
@Repository
class TicketsOfMerged implements PassingOn {

    private final JdbcClient jdbc;

    TicketsOfMerged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void passOn(UUID dissolved, UUID kept, LocalDate on) {
        jdbc.sql("update steward.ticket set enterprise = ? where enterprise = ?")
                .params(kept, dissolved)
                .update();
    }
}
