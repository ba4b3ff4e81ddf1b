package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.people.Workload;
import org.xiangmuzhang.steward.port.out.Workloads;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcWorkloads implements Workloads {

    private final JdbcClient jdbc;

    JdbcWorkloads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Workload> of(
            Collection<UUID> stewards, String projectType, @Nullable String trade) {
        Map<UUID, Workload> found = new HashMap<>();
        jdbc.sql(
                        """
                        select p.steward,
                               count(*) filter (where p.closed_on is null
                                   and coalesce(b.items = 0 or b.done < b.items, true)) as projects,
                               coalesce(sum(b.items - b.done)
                                   filter (where p.closed_on is null), 0) as items,
                               count(*) filter (where p.closed_on is null and b.done < b.items
                                   and b.least_slack < 0) as late,
                               count(*) filter (where p.project_type = :type) as same_type,
                               count(*) filter (where p.industry = :trade) as same_trade
                          from steward.project p left join steward.board b on b.project = p.id
                         where p.steward = any(:stewards)
                         group by p.steward
                        """)
                .param("type", projectType)
                .param("trade", trade)
                .param("stewards", stewards.toArray(UUID[]::new))
                .query(
                        row -> {
                            found.put(
                                    row.getObject("steward", UUID.class),
                                    new Workload(
                                            row.getInt("projects"),
                                            row.getInt("items"),
                                            row.getInt("late"),
                                            row.getInt("same_type"),
                                            row.getInt("same_trade"),
                                            0));
                        });
        return found;
    }

    @Override
    public long over(Set<Region> regions, int projects) {
        return jdbc.sql(
                        """
                        select count(*) from (
                               select p.steward from steward.project p
                                 left join steward.board b on b.project = p.id
                                where p.region = any(:regions) and p.steward is not null
                                  and p.closed_on is null
                                  and coalesce(b.items = 0 or b.done < b.items, true)
                                group by p.steward having count(*) > :most) loaded
                        """)
                .param("regions", regions.stream().map(Region::code).toArray(String[]::new))
                .param("most", projects)
                .query(Long.class)
                .single();
    }
}
