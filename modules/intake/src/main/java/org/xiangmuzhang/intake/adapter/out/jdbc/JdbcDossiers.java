package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.domain.dossier.Application;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Correction;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.events.ApplicationPassedOn;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.FindDossiers;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@Repository
class JdbcDossiers implements Dossiers, FindDossiers {

    private final JdbcClient jdbc;
    private final ApplicationRows applications;
    private final TaskRows tasks;
    private final ReadTasks readTasks;

    JdbcDossiers(
            JdbcClient jdbc, ApplicationRows applications, TaskRows tasks, ReadTasks readTasks) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.tasks = tasks;
        this.readTasks = readTasks;
    }

    @Override
    public void add(Dossier dossier) {
        applications.insert(dossier.application());
        tasks.insert(dossier.tasks());
    }

    @Override
    public Optional<Dossier> byId(UUID application) {
        return applications
                .byId(application)
                .map(found -> new Dossier(found, readTasks.of(application)));
    }

    @Override
    public List<Dossier> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Task>> items = readTasks.of(ids);
        return applications.byIds(ids).stream().map(found -> dossier(found, items)).toList();
    }

    private static Dossier dossier(Application found, Map<UUID, List<Task>> items) {
        return new Dossier(found, items.getOrDefault(found.id(), List.of()));
    }

    @Override
    public Optional<Dossier> ofTask(UUID task) {
        List<Task> together = readTasks.besides(task);
        return together.stream()
                .map(one -> one.head().application())
                .findFirst()
                .flatMap(applications::byId)
                .map(found -> new Dossier(found, together));
    }

    @Override
    public Dossier locked(UUID application) {
        jdbc.sql("select id from intake.application where id = :id for update")
                .param("id", application)
                .query(row -> {});
        jdbc.sql("select id from intake.task where application = :id order by id for update")
                .param("id", application)
                .query(row -> {});
        return byId(application).orElseThrow();
    }

    @Override
    public void save(Application application) {
        applications.update(application);
    }

    @Override
    public void saveWithMaterials(Application application) {
        applications.update(application);
        applications.putMaterials(application);
    }

    @Override
    public void save(Collection<Task> changed, WorkingDays calendar) {
        tasks.update(changed, calendar);
    }

    @Override
    public void mend(Task task) {
        tasks.mend(task);
    }

    @Override
    public void wrote(ApplicationHead application, UUID author, UUID remark) {
        jdbc.sql(
                        "insert into intake.written (remark, application, region, author)"
                                + " values (:remark, :application, :region, :author)")
                .param("remark", remark)
                .param("application", application.id())
                .param("region", application.region().code())
                .param("author", author)
                .update();
    }

    @Override
    public void add(ApplicationHead application, Correction earlier) {
        applications.addEarlier(application, earlier);
    }

    @Override
    public List<Correction> earlierNotices(UUID application) {
        return applications.earlier(application);
    }

    @Override
    public List<ApplicationPassedOn> passOn(UUID dissolved, UUID kept, LocalDate on) {
        return applications.passOn(dissolved, kept, on);
    }

    @Override
    public List<Dossier> ofProject(UUID project) {
        Map<UUID, List<Task>> items = readTasks.ofProject(project);
        return applications.ofProject(project).stream()
                .map(found -> dossier(found, items))
                .sorted(
                        Comparator.comparing(JdbcDossiers::receivedOn)
                                .thenComparing(JdbcDossiers::number))
                .toList();
    }

    @Override
    public List<UUID> silentSince(LocalDate receivedBy, int limit) {
        return jdbc.sql(
                        """
                        select id from intake.application
                        where state = 'RECEIVED' and received_on <= :receivedBy
                            or state = 'CORRECTION_SUPPLIED' and supplied_on <= :receivedBy
                        order by received_on, id limit :limit for update skip locked
                        """)
                .param("receivedBy", receivedBy)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> waitingFor(UUID project, String condition) {
        return jdbc.sql(
                        """
                        select distinct application from intake.task
                        where project = :project and waiting_for <> '{}'
                            and :condition = any(waiting_for)
                        order by application
                        """)
                .param("project", project)
                .param("condition", condition)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<Dossier> applications(
            @Nullable Set<Region> regions,
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable String state,
            @Nullable UUID after,
            int limit) {
        StringBuilder sql = new StringBuilder("select id from intake.application where true");
        boolean byPlace = regions != null && enterprise == null && project == null;
        if (regions != null) {
            sql.append(byPlace ? " and region = place.code" : " and region = any(:regions)");
        }
        if (enterprise != null) {
            sql.append(" and enterprise = :enterprise");
        }
        if (project != null) {
            sql.append(" and project = :project");
        }
        if (state != null) {
            sql.append(" and state = :state");
        }
        if (after != null) {
            sql.append(" and id > :after");
        }
        sql.append(" order by id limit :limit");
        JdbcClient.StatementSpec query =
                jdbc.sql(byPlace ? ofEachPlace(sql.toString(), "id") : sql.toString())
                        .param("regions", regions == null ? null : Columns.codes(regions))
                        .param("enterprise", enterprise)
                        .param("project", project)
                        .param("state", state)
                        .param("after", after)
                        .param("limit", limit);
        return byIds(query.query(UUID.class).list());
    }

    /** The first lines of every place along its index, and of these the first. */
    static String ofEachPlace(String sql, String order) {
        return "select found.* from unnest(:regions) as place(code) cross join lateral ("
                + sql
                + ") as found order by "
                + order
                + " limit :limit";
    }

    @Override
    public List<OnDesk> desk(
            Set<Region> regions,
            String department,
            @Nullable String state,
            @Nullable UUID after,
            int limit) {
        String inState =
                state == null
                        ? " and state in ('IN_DEPARTMENT', 'PAUSED')"
                        : " and state = :state"
                                + " and (started_on is not null or state <> 'WITHDRAWN')";
        String further =
                after == null
                        ? ""
                        : " and (promised_due, id) >"
                                + " (select promised_due, id from intake.task where id = :after)";
        Map<UUID, UUID> found = new LinkedHashMap<>();
        jdbc.sql(
                        ofEachPlace(
                                "select id, application, promised_due from intake.task"
                                        + " where department = :department and region = place.code"
                                        + inState
                                        + further
                                        + " order by promised_due, id limit :limit",
                                "promised_due, id"))
                .param("department", department)
                .param("regions", Columns.codes(regions))
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query(
                        row -> {
                            found.put(Columns.id(row, "id"), Columns.id(row, "application"));
                        });
        Map<UUID, Dossier> dossiers =
                byIds(Set.copyOf(found.values())).stream()
                        .collect(
                                Collectors.toMap(
                                        dossier -> dossier.application().id(),
                                        Function.identity()));
        return found.entrySet().stream()
                .map(
                        line ->
                                new OnDesk(
                                        line.getKey(),
                                        Objects.requireNonNull(dossiers.get(line.getValue()))))
                .toList();
    }

    private static LocalDate receivedOn(Dossier dossier) {
        return dossier.application().head().receivedOn();
    }

    private static String number(Dossier dossier) {
        return dossier.application().head().number();
    }
}
