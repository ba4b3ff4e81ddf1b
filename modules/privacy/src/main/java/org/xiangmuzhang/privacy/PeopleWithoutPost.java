package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.privacy.CountByPlace;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.privacy.ErasingPeople.Ground;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * People whose last post ended long ago are erased, unless a matter needs them, and so is who was
 * added long ago and never had one: proposed and refused, or pushed by an identity provider.
 */
@Component
class PeopleWithoutPost implements Retained {

    private static final Term TERM = new Term("people", 180, 36500, 1095);

    private static final String WITHOUT_POST =
            """
            select p.id, coalesce(l.region, p.region) as region,
                   case when l.region is null then p.added_at else l.ended end as ended
              from parties.person p
              left join lateral (
                   select o.region,
                          least(o.withdrawn_at,
                                (o.to_day + 1) at time zone 'Asia/Shanghai') as ended
                     from parties.post o where o.person = p.id
                    order by least(o.withdrawn_at,
                                (o.to_day + 1) at time zone 'Asia/Shanghai')
                          desc nulls first
                    limit 1) l on true
             where p.erased_at is null
               and case when l.region is null then p.added_at else l.ended end < :before
               and not exists (select from parties.proposal w
                                where w.person = p.id and w.state = 'PROPOSED')
            """;

    private final JdbcClient jdbc;
    private final People people;
    private final ErasingPeople erasing;
    private final Clock clock;

    PeopleWithoutPost(JdbcClient jdbc, People people, ErasingPeople erasing, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.erasing = erasing;
        this.clock = clock;
    }

    @Override
    public Term term() {
        return TERM;
    }

    /**
     * The place of the last post says how long, for who never had one the whole country's; a
     * withdrawn post ended when it was withdrawn.
     */
    @Override
    public List<Piece> pieces(Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        WITHOUT_POST
                                + " and (cast(:after as uuid) is null"
                                + " or p.id > cast(:after as uuid))"
                                + " order by p.id limit :limit")
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) -> {
                            UUID id = row.getObject("id", UUID.class);
                            return new Piece(
                                    id,
                                    new Region(row.getString("region")),
                                    row.getTimestamp("ended").toInstant(),
                                    Map.of(HeldKind.PERSON, id));
                        })
                .list();
    }

    /** Whoever has been given a post since the batch was begun stays. */
    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                "select region, count(*) from ("
                                        + WITHOUT_POST
                                        + ") left_over group by region")
                        .param("before", Timestamp.from(before)));
    }

    @Override
    public boolean remove(UUID id) {
        if (erasing.need(id) != null || !isLongWithoutPost(id)) {
            return false;
        }
        people.byId(id)
                .ifPresent(
                        person ->
                                erasing.forget(
                                        person,
                                        Ground.RETENTION,
                                        null,
                                        Actor.system(Region.TEMPLATE)));
        return true;
    }

    private boolean isLongWithoutPost(UUID person) {
        Instant least = clock.instant().minus(Duration.ofDays(TERM.least()));
        return jdbc.sql("select exists (" + WITHOUT_POST + " and p.id = :person)")
                .param("before", Timestamp.from(least))
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
