package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.MattersOfPeople;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The applications that people submitted, accepted, decided or wrote in; one that is not closed
 * needs them.
 */
@Repository
class PeopleInApplications implements MattersOfPeople {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    PeopleInApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each application once a part, the strongest part first. */
    private static String parts(String further) {
        return Stream.of(
                        part(1, "SUBMITTED", "id", "intake.application", "submitted_by", further),
                        part(2, "DECIDED", "application", "intake.task", "decided_by", further),
                        part(3, "DECIDED", "application", "intake.task", "pre_by", further),
                        part(4, "ACCEPTED", "id", "intake.application", "accepted_by", further),
                        part(5, "WROTE", "application", "intake.written", "author", further))
                .collect(Collectors.joining(" union all "));
    }

    private static String part(
            int rank, String part, String id, String table, String person, String further) {
        return "(select distinct %s as id, '%s' as part, %d as rank from %s where %s = :person%s)"
                .formatted(id, part, rank, table, person, further.formatted(id));
    }

    @Override
    public List<Matter> of(UUID person, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select a.id, a.number, a.closed_on is null as running, p.part
                          from (select distinct on (id) id, part from (%s) parts order by id, rank
                                 limit :limit) p
                          join intake.application a on a.id = p.id
                         order by a.id
                        """
                                .formatted(parts(" and %s > :after order by 1 limit :limit")))
                .param("person", person)
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Matter(
                                        HeldKind.APPLICATION,
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        row.getString("part"),
                                        row.getBoolean("running")))
                .list();
    }

    @Override
    public long count(UUID person) {
        return jdbc.sql("select count(distinct id) from (" + parts("") + ") parts")
                .param("person", person)
                .query(Long.class)
                .single();
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
