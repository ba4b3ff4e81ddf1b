package org.xiangmuzhang.supervision.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.Breach;
import org.xiangmuzhang.supervision.domain.RegisteredPromise;
import org.xiangmuzhang.supervision.port.out.Promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcPromises implements Promises {

    private static final String OPEN = "state in ('OPEN', 'IN_QUESTION')";

    private final JdbcClient jdbc;

    JdbcPromises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void inForce(RegisteredPromise promise) {
        jdbc.sql(
                        """
                        insert into supervision.promise (id, region, application, project, task,
                            item_code, department, kind, material, text_version, given_on,
                            in_force_on, due, state, moved_on)
                        values (:id, :region, :application, :project, :task, :item, :department,
                            :kind, :material, :text, :given, :inForce, :due, :state, :moved)
                        on conflict (id) do update set due = excluded.due, state = excluded.state,
                            cause = null, moved_on = excluded.moved_on
                        """)
                .param("id", promise.id())
                .param("region", promise.region().code())
                .param("application", promise.application())
                .param("project", promise.project(), Types.OTHER)
                .param("task", promise.task())
                .param("item", promise.itemCode())
                .param("department", promise.department())
                .param("kind", promise.kind())
                .param("material", promise.material())
                .param("text", promise.textVersion())
                .param("given", promise.givenOn())
                .param("inForce", promise.inForceOn())
                .param("due", promise.due())
                .param("state", promise.state())
                .param("moved", promise.movedOn())
                .update();
    }

    @Override
    public void moved(
            UUID promise,
            String state,
            @Nullable String cause,
            @Nullable LocalDate due,
            LocalDate on) {
        jdbc.sql(
                        """
                        update supervision.promise set state = :state, moved_on = :on,
                            cause = coalesce(:cause, cause), due = coalesce(:due, due)
                         where id = :id
                        """)
                .param("state", state)
                .param("on", on)
                .param("cause", cause, Types.VARCHAR)
                .param("due", due, Types.DATE)
                .param("id", promise)
                .update();
    }

    @Override
    public void revoked(UUID task, LocalDate on) {
        jdbc.sql(
                        "update supervision.promise set state = 'REVOKED', moved_on = :on"
                                + " where task = :task and "
                                + OPEN)
                .param("on", on)
                .param("task", task)
                .update();
    }

    @Override
    public Optional<RegisteredPromise> byId(UUID id) {
        return jdbc.sql("select * from supervision.promise where id = ?")
                .param(id)
                .query((row, i) -> promise(row))
                .optional();
    }

    @Override
    public List<RegisteredPromise> byIds(Collection<UUID> ids) {
        return jdbc.sql("select * from supervision.promise where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, i) -> promise(row))
                .list();
    }

    @Override
    public List<RegisteredPromise> inRegions(
            Set<Region> regions, boolean open, RegisteredPromise.@Nullable Place after, int limit) {
        return jdbc.sql(
                        """
                        select * from supervision.promise
                         where region = any(:regions) and (%s) = :open
                           and (due, id) > (:due, :after)
                         order by due, id limit :limit
                        """
                                .formatted(OPEN))
                .param("regions", codes(regions))
                .param("open", open)
                .param("due", after == null ? LocalDate.EPOCH : after.due())
                .param("after", after == null ? new UUID(0, 0) : after.id())
                .param("limit", limit)
                .query((row, i) -> promise(row))
                .list();
    }

    @Override
    public List<RegisteredPromise> due(Region region, LocalDate until, int limit) {
        return jdbc.sql(
                        """
                        select * from supervision.promise
                         where region = ? and %s and due <= ? order by due, id limit ?
                        """
                                .formatted(OPEN))
                .param(region.code())
                .param(until)
                .param(limit)
                .query((row, i) -> promise(row))
                .list();
    }

    @Override
    public List<RegisteredPromise> ofProject(UUID project) {
        return jdbc.sql(
                        "select * from supervision.promise where project = ? and "
                                + OPEN
                                + " order by due, id")
                .param(project)
                .query((row, i) -> promise(row))
                .list();
    }

    @Override
    public long openOfProjects(Set<Region> regions) {
        return jdbc.sql(
                        "select count(*) from supervision.promise where region = any(?)"
                                + " and project is not null and "
                                + OPEN)
                .param(codes(regions))
                .query(Long.class)
                .single();
    }

    @Override
    public void add(Breach breach) {
        jdbc.sql(
                        """
                        insert into supervision.breach
                            (id, region, promise, source, reported_by, reported_on)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(breach.id())
                .param(breach.region().code())
                .param(breach.promise())
                .param(breach.source().name())
                .param(breach.reportedBy())
                .param(breach.on())
                .update();
    }

    @Override
    public List<Breach> breaches(UUID promise) {
        return jdbc.sql("select * from supervision.breach where promise = ? order by id")
                .param(promise)
                .query(
                        (row, i) ->
                                new Breach(
                                        row.getObject("id", UUID.class),
                                        new Region(row.getString("region")),
                                        promise,
                                        Breach.Source.valueOf(row.getString("source")),
                                        row.getObject("reported_by", UUID.class),
                                        row.getObject("reported_on", LocalDate.class)))
                .list();
    }

    private static String[] codes(Set<Region> regions) {
        return regions.stream().map(Region::code).toArray(String[]::new);
    }

    private static RegisteredPromise promise(ResultSet row) throws SQLException {
        return new RegisteredPromise(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("application", UUID.class),
                row.getObject("project", UUID.class),
                row.getObject("task", UUID.class),
                row.getString("item_code"),
                row.getString("department"),
                row.getString("kind"),
                row.getString("material"),
                row.getString("text_version"),
                row.getObject("given_on", LocalDate.class),
                row.getObject("in_force_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getString("state"),
                row.getString("cause"),
                row.getObject("moved_on", LocalDate.class));
    }
}
