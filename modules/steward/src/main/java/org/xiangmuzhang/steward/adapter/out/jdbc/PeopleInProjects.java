package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.MattersOfPeople;
import org.xiangmuzhang.parties.privacy.MayCall;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The projects that people carry as stewards, of which one that is not finished needs them, and the
 * mandates under which steward and applicant must be able to call each other.
 */
@Repository
class PeopleInProjects implements MattersOfPeople, MayCall {

    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleInProjects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Matter> of(UUID person) {
        return jdbc.sql(
                        """
                        select p.id, p.code,
                               coalesce(b.items = 0 or b.done < b.items, true) as running
                          from steward.project p left join steward.board b on b.project = p.id
                         where p.steward = :person order by p.id
                        """)
                .param("person", person)
                .query(
                        (row, number) ->
                                new Matter(
                                        HeldKind.PROJECT,
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        Role.STEWARD.name(),
                                        row.getBoolean("running")))
                .list();
    }

    @Override
    public Optional<Found> find(HeldKind kind, String number) {
        if (kind != HeldKind.PROJECT) {
            return Optional.empty();
        }
        return jdbc.sql("select id, region, code from steward.project where code = :code")
                .param("code", number)
                .query(
                        (row, at) ->
                                new Found(
                                        row.getObject("id", UUID.class),
                                        new Region(row.getString("region")),
                                        row.getString("code")))
                .optional();
    }

    @Override
    public Optional<UUID> because(Actor actor, UUID person, Set<UUID> enterprises) {
        UUID own = actor.enterprise();
        if (actor.role() == Role.STEWARD) {
            return mandate(actor.person(), enterprises);
        }
        return actor.role() == Role.APPLICANT && own != null
                ? mandate(person, Set.of(own))
                : Optional.empty();
    }

    private Optional<UUID> mandate(UUID steward, Set<UUID> enterprises) {
        return jdbc.sql(
                        """
                        select id from steward.mandate
                         where steward = ? and enterprise = any(?)
                           and ? between valid_from and valid_until and revoked_on is null
                         order by id limit 1
                        """)
                .params(steward, enterprises.toArray(UUID[]::new), WorkingDays.today(clock))
                .query(UUID.class)
                .optional();
    }
}
