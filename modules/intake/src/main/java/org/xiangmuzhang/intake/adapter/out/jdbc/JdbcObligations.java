package org.xiangmuzhang.intake.adapter.out.jdbc;

import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.date;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.id;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalDate;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.domain.obligation.About;
import org.xiangmuzhang.intake.domain.obligation.Cause;
import org.xiangmuzhang.intake.domain.obligation.Obligation;
import org.xiangmuzhang.intake.domain.obligation.ObligationHead;
import org.xiangmuzhang.intake.domain.obligation.ObligationKind;
import org.xiangmuzhang.intake.domain.obligation.ObligationSnapshot;
import org.xiangmuzhang.intake.domain.obligation.ObligationState;
import org.xiangmuzhang.intake.domain.obligation.Term;
import org.xiangmuzhang.intake.port.out.Obligations;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcObligations implements Obligations {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final String ROWS =
            """
            select o.*, t.project, t.item_code, t.department from intake.obligation o
              join intake.task t on t.id = o.task
            """;

    private final JdbcClient jdbc;

    JdbcObligations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<Obligation> obligations) {
        for (Obligation obligation : obligations) {
            ObligationSnapshot kept = obligation.snapshot();
            ObligationHead head = kept.head();
            moving(
                            jdbc.sql(
                                            """
                                            insert into intake.obligation (id, region, application,
                                                task, kind, material, text_version, given_by,
                                                given_on, state, due, remind_on, reminded_on,
                                                cause, source, moved_on, remark, version)
                                            values (:id, :region, :application, :task, :kind,
                                                :material, :text, :by, :on, :state, :due,
                                                :remindOn, :remindedOn, :cause, :source, :movedOn,
                                                :remark, 0)
                                            """)
                                    .param("region", head.about().region().code())
                                    .param("application", head.about().application())
                                    .param("task", head.about().task())
                                    .param("kind", head.kind().name())
                                    .param("material", head.material())
                                    .param("text", head.textVersion())
                                    .param("by", head.givenBy())
                                    .param("on", head.givenOn()),
                            kept)
                    .update();
        }
    }

    @Override
    public void save(Obligation obligation) {
        ObligationSnapshot kept = obligation.snapshot();
        int saved =
                moving(
                                jdbc.sql(
                                        """
                                        update intake.obligation set state = :state, due = :due,
                                            remind_on = :remindOn, reminded_on = :remindedOn,
                                            cause = :cause, source = :source, moved_on = :movedOn,
                                            remark = :remark, version = version + 1
                                         where id = :id and version = :version
                                        """),
                                kept)
                        .param("version", kept.version())
                        .update();
        if (saved == 0) {
            throw Refusal.conflict("changed-meanwhile", kept.head().about().item());
        }
        obligation.kept();
    }

    private static JdbcClient.StatementSpec moving(
            JdbcClient.StatementSpec statement, ObligationSnapshot kept) {
        Term term = kept.term();
        Cause cause = kept.cause();
        return statement
                .param("id", kept.head().id())
                .param("state", kept.state().name())
                .param("due", term == null ? null : term.due(), Types.DATE)
                .param("remindOn", term == null ? null : term.remindOn(), Types.DATE)
                .param("remindedOn", kept.remindedOn(), Types.DATE)
                .param("cause", cause == null ? null : cause.name())
                .param("source", kept.source(), Types.VARCHAR)
                .param("movedOn", kept.movedOn())
                .param("remark", kept.remark(), Types.OTHER);
    }

    @Override
    public Optional<Obligation> byId(UUID id) {
        return rows("where o.id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public Optional<Obligation> locked(UUID id) {
        return rows("where o.id = :id for update of o", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public List<Obligation> ofTask(UUID task) {
        return rows("where o.task = :task order by o.id", Map.of("task", task));
    }

    @Override
    public List<Obligation> ofApplication(UUID application) {
        return rows(
                "where o.application = :application order by o.id",
                Map.of("application", application));
    }

    @Override
    public List<Obligation> find(Asked asked) {
        List<String> where = new ArrayList<>(List.of("o.state = any(:states)"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "states",
                asked.states().stream().map(ObligationState::name).toArray(String[]::new));
        Set<Region> regions = asked.regions();
        if (regions != null) {
            where.add("o.region = any(:regions)");
            values.put("regions", Columns.codes(regions));
        }
        if (asked.department() != null) {
            where.add("t.department = :department");
            values.put("department", asked.department());
        }
        if (asked.enterprise() != null) {
            where.add(
                    "o.application in (select id from intake.application"
                            + " where enterprise = :enterprise)");
            values.put("enterprise", asked.enterprise());
        }
        Collection<UUID> projects = asked.projects();
        if (projects != null) {
            where.add("t.project = any(cast(:projects as uuid[]))");
            values.put("projects", Columns.ids(projects));
        }
        if (asked.afterDue() != null && asked.after() != null) {
            where.add("(coalesce(o.due, :last), o.id) > (:afterDue, :after)");
            values.put("afterDue", asked.afterDue());
            values.put("after", asked.after());
        }
        values.put("last", LAST);
        values.put("limit", asked.limit());
        return rows(
                "where "
                        + String.join(" and ", where)
                        + " order by coalesce(o.due, :last), o.id limit :limit",
                values);
    }

    @Override
    public List<Obligation> toRemind(LocalDate today, int limit) {
        return rows(
                """
                where o.state = 'OPEN' and o.reminded_on is null and o.remind_on <= :today
                order by o.remind_on, o.id limit :limit for update of o skip locked
                """,
                Map.of("today", today, "limit", limit));
    }

    @Override
    public List<Obligation> late(LocalDate today, int limit) {
        return rows(
                """
                where o.state = 'OPEN' and o.kind = 'MATERIAL' and o.due < :today
                order by o.due, o.id limit :limit for update of o skip locked
                """,
                Map.of("today", today, "limit", limit));
    }

    @Override
    public long open(Set<Region> regions, boolean promises) {
        return jdbc.sql(
                        """
                        select count(*) from intake.obligation
                         where region = any(:regions) and state in ('OPEN', 'IN_QUESTION')
                           and (kind <> 'MATERIAL') = :promises
                        """)
                .param("regions", Columns.codes(regions))
                .param("promises", promises)
                .query(Long.class)
                .single();
    }

    private List<Obligation> rows(String where, Map<String, ?> values) {
        return jdbc.sql(ROWS + where).params(values).query((row, number) -> obligation(row)).list();
    }

    private static Obligation obligation(ResultSet row) throws SQLException {
        @Nullable LocalDate due = optionalDate(row, "due");
        @Nullable String cause = row.getString("cause");
        return new Obligation(
                new ObligationSnapshot(
                        new ObligationHead(
                                id(row, "id"),
                                new About(
                                        id(row, "application"),
                                        new Region(row.getString("region")),
                                        optionalId(row, "project"),
                                        id(row, "task"),
                                        row.getString("item_code"),
                                        row.getString("department")),
                                ObligationKind.valueOf(row.getString("kind")),
                                row.getString("material"),
                                row.getString("text_version"),
                                id(row, "given_by"),
                                date(row, "given_on")),
                        ObligationState.valueOf(row.getString("state")),
                        due == null ? null : new Term(due, date(row, "remind_on")),
                        optionalDate(row, "reminded_on"),
                        cause == null ? null : Cause.valueOf(cause),
                        row.getString("source"),
                        date(row, "moved_on"),
                        optionalId(row, "remark"),
                        row.getLong("version")));
    }
}
