package org.xiangmuzhang.supervision.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.HelpCase;
import org.xiangmuzhang.supervision.port.out.HelpCases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcHelpCases implements HelpCases {

    private final JdbcClient jdbc;

    JdbcHelpCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(HelpCase opened) {
        jdbc.sql(
                        """
                        insert into supervision.help_case (application, region, project, ground,
                            remark, opened_on, state, version)
                        values (:application, :region, :project, :ground, :remark, :on, 'OPEN', 0)
                        on conflict (application) do nothing
                        """)
                .param("application", opened.application())
                .param("region", opened.region().code())
                .param("project", opened.project(), Types.OTHER)
                .param("ground", opened.ground())
                .param("remark", opened.remark())
                .param("on", opened.openedOn())
                .update();
    }

    @Override
    public HelpCase save(HelpCase moved) {
        HelpCase.Way way = moved.way();
        return jdbc.sql(
                        """
                        update supervision.help_case set state = :state, owner = :owner,
                            taken_on = :takenOn, way = :way, settled_on = :settledOn,
                            version = version + 1
                         where application = :application and version = :version returning *
                        """)
                .param("state", moved.state().name())
                .param("owner", moved.owner(), Types.OTHER)
                .param("takenOn", moved.takenOn(), Types.DATE)
                .param("way", way == null ? null : way.name(), Types.VARCHAR)
                .param("settledOn", moved.settledOn(), Types.DATE)
                .param("application", moved.application())
                .param("version", moved.version())
                .query((row, i) -> helpCase(row))
                .optional()
                .orElseThrow(() -> Refusal.conflict("changed-meanwhile", moved.application()));
    }

    @Override
    public Optional<HelpCase> of(UUID application) {
        return jdbc.sql("select * from supervision.help_case where application = ?")
                .param(application)
                .query((row, i) -> helpCase(row))
                .optional();
    }

    @Override
    public List<HelpCase> inRegions(
            Set<Region> regions,
            HelpCase.@Nullable State state,
            HelpCase.@Nullable Place after,
            int limit) {
        return jdbc.sql(
                        """
                        select * from supervision.help_case
                         where region = any(:regions)
                           and (cast(:state as text) is null or state = :state)
                           and (opened_on, application) > (:on, :after)
                         order by opened_on, application limit :limit
                        """)
                .param("regions", regions.stream().map(Region::code).toArray(String[]::new))
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("on", after == null ? LocalDate.EPOCH : after.openedOn())
                .param("after", after == null ? new UUID(0, 0) : after.application())
                .param("limit", limit)
                .query((row, i) -> helpCase(row))
                .list();
    }

    private static HelpCase helpCase(ResultSet row) throws SQLException {
        @Nullable String way = row.getString("way");
        return new HelpCase(
                row.getObject("application", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                row.getString("ground"),
                row.getObject("remark", UUID.class),
                row.getObject("opened_on", LocalDate.class),
                HelpCase.State.valueOf(row.getString("state")),
                row.getObject("owner", UUID.class),
                row.getObject("taken_on", LocalDate.class),
                way == null ? null : HelpCase.Way.valueOf(way),
                row.getObject("settled_on", LocalDate.class),
                row.getLong("version"));
    }
}
