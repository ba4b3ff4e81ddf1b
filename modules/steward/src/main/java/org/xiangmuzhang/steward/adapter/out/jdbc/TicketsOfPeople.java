package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.parties.privacy.AboutPeople;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people did with tickets; their words are among the remarks. */
@Repository
class TicketsOfPeople implements AboutPeople {

    private final JdbcClient jdbc;

    TicketsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One act. */
    record Acted(UUID ticket, String kind, Instant at, @Nullable UUID remark) {}

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public List<Acted> of(UUID person) {
        return jdbc.sql(
                        """
                        select ticket, kind, at, remark from steward.ticket_act
                         where done_by = ? order by id
                        """)
                .param(person)
                .query(
                        (row, number) ->
                                new Acted(
                                        row.getObject("ticket", UUID.class),
                                        row.getString("kind"),
                                        row.getTimestamp("at").toInstant(),
                                        row.getObject("remark", UUID.class)))
                .list();
    }
}
