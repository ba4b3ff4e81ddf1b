package org.xiangmuzhang.supervision.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.Rating;
import org.xiangmuzhang.supervision.port.out.Ratings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcRatings implements Ratings {

    private final JdbcClient jdbc;

    JdbcRatings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Rating rating) {
        return jdbc.sql(
                                """
                                insert into supervision.rating
                                    (application, region, project, enterprise, score, remark,
                                     rated_by, rated_on)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (application) do nothing
                                """)
                        .param(rating.application())
                        .param(rating.region().code())
                        .param(rating.project())
                        .param(rating.enterprise())
                        .param(rating.score())
                        .param(rating.remark())
                        .param(rating.by())
                        .param(rating.on())
                        .update()
                == 1;
    }

    @Override
    public void passOn(UUID dissolved, UUID kept) {
        jdbc.sql("update supervision.rating set enterprise = ? where enterprise = ?")
                .params(kept, dissolved)
                .update();
    }

    @Override
    public Optional<Rating> of(UUID application) {
        return jdbc.sql("select * from supervision.rating where application = ?")
                .param(application)
                .query((row, i) -> rating(row))
                .optional();
    }

    @Override
    public List<Rating> inRegions(Set<Region> regions, Rating.@Nullable Place after, int limit) {
        return jdbc.sql(
                        """
                        select found.* from unnest(:regions) as place(code)
                        cross join lateral (
                            select * from supervision.rating
                            where region = place.code and (rated_on, application) > (:on, :after)
                            order by rated_on, application limit :limit) as found
                        order by rated_on, application limit :limit
                        """)
                .param("regions", regions.stream().map(Region::code).toArray(String[]::new))
                .param("on", after == null ? LocalDate.EPOCH : after.on())
                .param("after", after == null ? new UUID(0, 0) : after.application())
                .param("limit", limit)
                .query((row, i) -> rating(row))
                .list();
    }

    @Override
    public List<UUID> unrated(UUID enterprise, LocalDate since, int limit) {
        return jdbc.sql(
                        """
                        select distinct t.application from supervision.task t
                        where t.enterprise = ? and t.ended_on >= ?
                            and not exists (
                                select from supervision.rating r
                                where r.application = t.application)
                        order by t.application desc limit ?
                        """)
                .param(enterprise)
                .param(since)
                .param(limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public long countUnrated(Set<Region> places, LocalDate since) {
        return jdbc.sql(
                        """
                        select count(distinct t.application) from supervision.task t
                         where t.region = any (?) and t.ended_on >= ?
                           and not exists (
                               select from supervision.rating r
                                where r.application = t.application)
                        """)
                .param(places.stream().map(Region::code).toArray(String[]::new))
                .param(since)
                .query(Long.class)
                .single();
    }

    private static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                row.getObject("application", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                row.getObject("enterprise", UUID.class),
                row.getInt("score"),
                row.getObject("remark", UUID.class),
                row.getObject("rated_by", UUID.class),
                row.getObject("rated_on", LocalDate.class));
    }
}
