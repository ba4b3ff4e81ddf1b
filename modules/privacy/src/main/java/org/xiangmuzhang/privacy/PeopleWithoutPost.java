package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.privacy.ErasingPeople.Ground;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People whose last post ended long ago are erased, unless a matter needs them. */
@Component
class PeopleWithoutPost implements Retained {

    private static final Term TERM = new Term("people", 180, 36500, 1095);

    private final JdbcClient jdbc;
    private final People people;
    private final ErasingPeople erasing;

    PeopleWithoutPost(JdbcClient jdbc, People people, ErasingPeople erasing) {
        this.jdbc = jdbc;
        this.people = people;
        this.erasing = erasing;
    }

    @Override
    public Term term() {
        return TERM;
    }

    /** The place of the last post says how long; a withdrawn post ended when it was withdrawn. */
    @Override
    public List<Piece> pieces(Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select p.id, l.region, l.ended
                          from parties.person p
                         cross join lateral (
                               select o.region,
                                      least(o.withdrawn_at,
                                            (o.to_day + 1) at time zone 'Asia/Shanghai') as ended
                                 from parties.post o where o.person = p.id
                                order by least(o.withdrawn_at,
                                            (o.to_day + 1) at time zone 'Asia/Shanghai')
                                      desc nulls first
                                limit 1) l
                         where p.erased_at is null and l.ended < :before
                           and (cast(:after as uuid) is null or p.id > cast(:after as uuid))
                         order by p.id limit :limit
                        """)
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

    @Override
    public boolean remove(UUID id) {
        try {
            erasing.mustNotBeNeeded(id);
        } catch (Refusal needed) {
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
}
