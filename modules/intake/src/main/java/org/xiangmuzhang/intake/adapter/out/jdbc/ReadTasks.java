package org.xiangmuzhang.intake.adapter.out.jdbc;

import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.date;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.id;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalDate;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalId;
import static org.xiangmuzhang.intake.adapter.out.jdbc.Columns.optionalNumber;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.domain.task.PreApproval;
import org.xiangmuzhang.intake.domain.task.Procedure;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskHead;
import org.xiangmuzhang.intake.domain.task.TaskSnapshot;
import org.xiangmuzhang.intake.domain.task.TaskState;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads items with their procedures and what they are pinned to. */
@Repository
class ReadTasks {

    private static final String TASKS =
            """
            select t.*, done.*, material.*, parcel.* from intake.task t
            cross join lateral (
                select array_agg(kind order by first) as kinds,
                    array_agg(cast(first as text) order by first) as firsts,
                    array_agg(cast(expected_until as text) order by first) as expected,
                    array_agg(cast(until as text) order by first) as untils
                from intake.procedure where task = t.id) as done
            cross join lateral (
                select array_agg(material) as pinned_materials,
                    array_agg(sha256) as pinned_hashes
                from intake.pinned_material where t.pre_on is not null and task = t.id) as material
            cross join lateral (
                select array_agg(cast(parcel as text)) as pinned_parcels,
                    array_agg(cast(planning_conditions as text)) as pinned_versions
                from intake.pinned_parcel where t.pre_on is not null and task = t.id) as parcel
            where t.application %s order by t.application, t.seq
            """;

    private final JdbcClient jdbc;

    ReadTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Items by application, in the order of the application. */
    Map<UUID, List<Task>> of(Collection<UUID> applications) {
        return byApplication(
                jdbc.sql(TASKS.formatted("= any(cast(:ids as uuid[]))"))
                        .param("ids", Columns.ids(applications)));
    }

    Map<UUID, List<Task>> ofProject(UUID project) {
        return byApplication(
                jdbc.sql(TASKS.formatted("in " + ApplicationRows.OF_PROJECT))
                        .param("project", project));
    }

    private static Map<UUID, List<Task>> byApplication(JdbcClient.StatementSpec query) {
        return read(query).stream()
                .collect(Collectors.groupingBy(task -> task.head().application()));
    }

    List<Task> of(UUID application) {
        return read(jdbc.sql(TASKS.formatted("= :id")).param("id", application));
    }

    /** An item and those of the same application, in its order; empty when there is none. */
    List<Task> besides(UUID task) {
        return read(
                jdbc.sql(TASKS.formatted("= (select application from intake.task where id = :id)"))
                        .param("id", task));
    }

    private static List<Task> read(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> task(row)).list();
    }

    private static List<Procedure> procedures(ResultSet row) throws SQLException {
        List<String> kinds = Columns.texts(row, "kinds");
        List<String> firsts = Columns.texts(row, "firsts");
        List<String> expected = Columns.texts(row, "expected");
        List<@Nullable String> untils = Columns.optionalTexts(row, "untils");
        return IntStream.range(0, kinds.size())
                .mapToObj(
                        i ->
                                new Procedure(
                                        SpecialProcedure.valueOf(kinds.get(i)),
                                        LocalDate.parse(firsts.get(i)),
                                        LocalDate.parse(expected.get(i)),
                                        day(untils.get(i))))
                .toList();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Task task(ResultSet row) throws SQLException {
        TaskHead head =
                new TaskHead(
                        id(row, "id"),
                        id(row, "application"),
                        new Region(row.getString("region")),
                        optionalId(row, "project"),
                        row.getBoolean("review_waived"),
                        terms(row));
        return new Task(
                new TaskSnapshot(
                        head,
                        Mode.valueOf(row.getString("mode")),
                        TaskState.valueOf(row.getString("state")),
                        optionalDate(row, "started_on"),
                        optionalId(row, "accepted_by"),
                        procedures(row),
                        Columns.texts(row, "conditions"),
                        Columns.texts(row, "waiting_for"),
                        opinion(row),
                        decision(row),
                        row.getLong("version")));
    }

    private static ItemTerms terms(ResultSet row) throws SQLException {
        @Nullable Integer statutory = optionalNumber(row, "statutory_days");
        return new ItemTerms(
                row.getString("item_code"),
                row.getString("item_version"),
                row.getString("department"),
                statutory == null
                        ? null
                        : new TimeLimit(
                                statutory, TimeLimit.Unit.valueOf(row.getString("statutory_unit"))),
                new TimeLimit(
                        row.getInt("promised_days"),
                        TimeLimit.Unit.valueOf(row.getString("promised_unit"))),
                Columns.texts(row, "procedures_allowed").stream()
                        .map(SpecialProcedure::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("owed_allowed"),
                Columns.texts(row, "materials"));
    }

    private static @Nullable PreApproval opinion(ResultSet row) throws SQLException {
        return optionalDate(row, "pre_on") == null
                ? null
                : new PreApproval(
                        date(row, "pre_on"),
                        id(row, "pre_by"),
                        row.getString("pre_number"),
                        optionalId(row, "pre_file"),
                        pairs(
                                Columns.texts(row, "pinned_parcels"),
                                UUID::fromString,
                                Columns.texts(row, "pinned_versions"),
                                Integer::valueOf),
                        pairs(
                                Columns.texts(row, "pinned_materials"),
                                Function.identity(),
                                Columns.texts(row, "pinned_hashes"),
                                Function.identity()));
    }

    private static <K, V> Map<K, V> pairs(
            List<String> keys,
            Function<String, K> key,
            List<String> values,
            Function<String, V> value) {
        Map<K, V> pairs = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            pairs.put(key.apply(keys.get(i)), value.apply(values.get(i)));
        }
        return pairs;
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        return optionalDate(row, "decided_on") == null
                ? null
                : new Decision(
                        Outcome.valueOf(row.getString("outcome")),
                        date(row, "decided_on"),
                        id(row, "decided_by"),
                        row.getString("document_number"),
                        optionalId(row, "document"),
                        optionalId(row, "remark"));
    }
}
