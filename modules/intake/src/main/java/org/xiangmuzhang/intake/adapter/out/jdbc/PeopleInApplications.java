package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.MattersOfPeople;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The applications that people submitted; one that is not closed needs them. */
@Repository
class PeopleInApplications implements MattersOfPeople {

    private final JdbcClient jdbc;

    PeopleInApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Matter> of(UUID person) {
        return jdbc.sql(
                        """
                        select id, number, closed_on is null as running from intake.application
                         where submitted_by = :person order by id
                        """)
                .param("person", person)
                .query(
                        (row, number) ->
                                new Matter(
                                        HeldKind.APPLICATION,
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        "SUBMITTED",
                                        row.getBoolean("running")))
                .list();
    }

    @Override
    public Optional<Found> find(HeldKind kind, String number) {
        if (kind != HeldKind.APPLICATION) {
            return Optional.empty();
        }
        return jdbc.sql("select id, region, number from intake.application where number = :number")
                .param("number", number)
                .query(
                        (row, at) ->
                                new Found(
                                        row.getObject("id", UUID.class),
                                        new Region(row.getString("region")),
                                        row.getString("number")))
                .optional();
    }
}
