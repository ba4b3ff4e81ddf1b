package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.eventlog.LogReader;
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
 * The projects that people carry as stewards, of which one that is not finished needs them, those
 * in which they only did something, and the mandates under which steward and applicant must be able
 * to call each other.
 */
@Repository
class PeopleInProjects implements MattersOfPeople, MayCall {

    private final JdbcClient jdbc;
    private final LogReader log;
    private final Clock clock;

    PeopleInProjects(JdbcClient jdbc, LogReader log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<Matter> of(UUID person, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select p.id, p.code, p.steward = :person as steward,
                               p.steward = :person and p.closed_on is null
                                   and coalesce(b.items = 0 or b.done < b.items, true) as running
                          from steward.project p left join steward.board b on b.project = p.id
                         where (p.steward = :person or p.id = any(:acted))
                           and (cast(:after as uuid) is null or p.id > cast(:after as uuid))
                         order by p.id limit :limit
                        """)
                .param("person", person)
                .param("acted", acted(person))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Matter(
                                        HeldKind.PROJECT,
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        row.getBoolean("steward") ? Role.STEWARD.name() : "ACTED",
                                        row.getBoolean("running")))
                .list();
    }

    @Override
    public long count(UUID person) {
        return jdbc.sql(
                        "select count(*) from steward.project"
                                + " where steward = :person or id = any(:acted)")
                .param("person", person)
                .param("acted", acted(person))
                .query(Long.class)
                .single();
    }

    /** Also by what somebody did in an application or with a parcel of the project. */
    private UUID[] acted(UUID person) {
        return log.projectsOfActor(person).toArray(UUID[]::new);
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
