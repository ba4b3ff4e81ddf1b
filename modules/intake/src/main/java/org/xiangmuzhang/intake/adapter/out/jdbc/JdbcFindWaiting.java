package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.port.out.FindWaiting;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcFindWaiting implements FindWaiting {

    private final JdbcClient jdbc;

    JdbcFindWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> atWindow(Set<Region> regions, String state, int limit) {
        return jdbc.sql(
                        """
                        select id from intake.application
                        where region in (:regions) and state = :state order by id limit :limit
                        """)
                .param("regions", regions.stream().map(Region::code).toList())
                .param("state", state)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public long unacceptedSince(Set<Region> regions, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) from intake.application
                        where region in (:regions) and state = 'RECEIVED' and received_on <= :day
                        """)
                .param("regions", regions.stream().map(Region::code).toList())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    @Override
    public List<UUID> decided(Region region, int limit) {
        return jdbc.sql(
                        """
                        select a.id from intake.application a
                        where a.region = :region and a.state = 'ACCEPTED'
                            and not exists (
                                select from intake.task t where t.application = a.id
                                    and t.state not in ('APPROVED', 'REJECTED', 'REVOKED'))
                        order by a.id limit :limit
                        """)
                .param("region", region.code())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> ofEnterprise(UUID enterprise, Collection<String> states, int limit) {
        return jdbc.sql(
                        """
                        select id from intake.application
                        where enterprise = :enterprise and state in (:states)
                        order by id desc limit :limit
                        """)
                .param("enterprise", enterprise)
                .param("states", states)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> ofProjects(Collection<UUID> projects, Collection<String> states, int limit) {
        return jdbc.sql(
                        """
                        select id from intake.application
                        where project = any(cast(:projects as uuid[])) and state in (:states)
                        order by id desc limit :limit
                        """)
                .param("projects", Columns.ids(projects))
                .param("states", states)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> delivered(UUID enterprise, LocalDate since, int limit) {
        return jdbc.sql(
                        """
                        select id from intake.application
                        where enterprise = :enterprise and state = 'DELIVERED'
                            and closed_on >= :since
                        order by id desc limit :limit
                        """)
                .param("enterprise", enterprise)
                .param("since", since)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public long deliveredSince(Set<Region> regions, LocalDate day) {
        return count(
                """
                select count(*) from intake.application
                 where region = any(:regions) and state = 'DELIVERED' and closed_on >= :day
                """,
                regions,
                "day",
                day);
    }

    @Override
    public long open(Set<Region> regions) {
        return count(
                """
                select count(*) from intake.application
                 where region = any(:regions) and closed_on is null and id > :none
                """,
                regions,
                "none",
                new UUID(0, 0));
    }

    @Override
    public long proceduresLongerThan(Set<Region> regions, int days) {
        return count(
                """
                select count(*) from intake.procedure
                 where region = any(:regions) and until is null and expected_until - first > :days
                """,
                regions,
                "days",
                days);
    }

    private long count(String sql, Set<Region> regions, String name, Object value) {
        return jdbc.sql(sql)
                .param("regions", Columns.codes(regions))
                .param(name, value)
                .query(Long.class)
                .single();
    }

    @Override
    public int onDesk(Region region, String department, int limit) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select from intake.task
                            where department = :department and region = :region
                                and state in ('IN_DEPARTMENT', 'PAUSED') limit :limit) counted
                        """)
                .param("department", department)
                .param("region", region.code())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }
}
