package org.xiangmuzhang.supervision.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.parties.privacy.AboutPeople;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What people rated. */
@Repository
class RatingsOfPeople implements AboutPeople {

    private final JdbcClient jdbc;

    RatingsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One rating; its words are among the remarks. */
    record Rated(UUID application, int score, LocalDate on, @Nullable UUID remark) {}

    @Override
    public String name() {
        return "ratings";
    }

    @Override
    public List<Rated> of(UUID person) {
        return jdbc.sql(
                        """
                        select application, score, rated_on, remark from supervision.rating
                         where rated_by = :person order by application
                        """)
                .param("person", person)
                .query(
                        (row, number) ->
                                new Rated(
                                        row.getObject("application", UUID.class),
                                        row.getInt("score"),
                                        row.getObject("rated_on", LocalDate.class),
                                        row.getObject("remark", UUID.class)))
                .list();
    }
}
