package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.port.out.ItemDrafts;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.privacy.CountByPlace;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.settings.SecondPerson;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Drafts of items and guides that nobody has gone on with. They are nobody's matter, so no hold
 * keeps them; an item in review needs its draft, while what is proposed of a guide stands apart.
 */
@Repository
class OldDrafts implements Retained {

    private static final Term TERM = new Term("drafts", 30, 3650, 365);

    private static final String DRAFTS =
            """
            select * from (
                select id, region, edited_at as at from catalog.item_draft
                union all
                select id, region, changed_at as at from catalog.guide_draft) draft
             where at < :before
            """;

    private final JdbcClient jdbc;
    private final SecondPerson second;
    private final Clock clock;

    OldDrafts(JdbcClient jdbc, SecondPerson second, Clock clock) {
        this.jdbc = jdbc;
        this.second = second;
        this.clock = clock;
    }

    @Override
    public Term term() {
        return TERM;
    }

    @Override
    public List<Piece> pieces(Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        DRAFTS
                                + " and (cast(:after as uuid) is null"
                                + " or id > cast(:after as uuid))"
                                + " order by id limit :limit")
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Piece(
                                        row.getObject("id", UUID.class),
                                        new Region(row.getString("region")),
                                        row.getTimestamp("at").toInstant(),
                                        Map.of()))
                .list();
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql("select region, count(*) from (" + DRAFTS + ") old group by region")
                        .param("before", Timestamp.from(before)));
    }

    /** What somebody has gone on with since the batch was begun stays. */
    @Override
    public boolean remove(UUID id) {
        Timestamp least = Timestamp.from(clock.instant().minus(Duration.ofDays(TERM.least())));
        if (isInReview(id)) {
            return false;
        }
        int items =
                jdbc.sql("delete from catalog.item_draft where id = ? and edited_at < ?")
                        .params(id, least)
                        .update();
        int guides =
                jdbc.sql("delete from catalog.guide_draft where id = ? and changed_at < ?")
                        .params(id, least)
                        .update();
        return items + guides > 0;
    }

    /** Holds the draft, so that no review of it begins meanwhile. */
    private boolean isInReview(UUID id) {
        return jdbc.sql("select region, code from catalog.item_draft where id = ? for update")
                .param(id)
                .query(
                        (row, number) ->
                                second.waiting(
                                                new Region(row.getString("region")),
                                                ItemDrafts.REVIEW + row.getString("code"))
                                        .isPresent())
                .optional()
                .orElse(false);
    }
}
