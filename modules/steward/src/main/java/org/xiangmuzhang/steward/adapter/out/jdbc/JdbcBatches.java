package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.batch.Batch;
import org.xiangmuzhang.steward.domain.batch.Member;
import org.xiangmuzhang.steward.port.out.Batches;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Repository
class JdbcBatches implements Batches {

    /** Enterprises see what a project of theirs belongs to. */
    private static final String SEEN =
            """
            select b.* from steward.batch b
             where (b.region = any(:regions)
                    or exists (select from steward.batch_member m
                                 join steward.project p on p.id = m.project
                                where m.batch = b.id and p.enterprise = :enterprise))
            """;

    private final JdbcClient jdbc;

    JdbcBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Batch batch) {
        try {
            jdbc.sql(
                            "insert into steward.batch (id, region, project_type, opened_on, version)"
                                    + " values (?, ?, ?, ?, ?)")
                    .params(
                            batch.id(),
                            batch.region().code(),
                            batch.projectType(),
                            batch.openedOn(),
                            batch.version())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("batch-id-taken", batch.id());
        }
        save(batch);
    }

    @Override
    public Optional<Batch> visible(UUID batch, Set<Region> regions, @Nullable UUID enterprise) {
        return batches(seen(SEEN + " and b.id = :batch", regions, enterprise).param("batch", batch))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Batch> held(UUID batch) {
        return batches(jdbc.sql("select * from steward.batch where id = ? for update").param(batch))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<UUID> of(UUID project) {
        return jdbc.sql(
                        "select batch from steward.batch_member where project = ?"
                                + " order by batch limit 1")
                .param(project)
                .query(UUID.class)
                .optional();
    }

    @Override
    public List<Batch> list(
            Set<Region> regions,
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable UUID before,
            int limit) {
        String which =
                (project == null
                                ? ""
                                : " and exists (select from steward.batch_member o"
                                        + " where o.batch = b.id and o.project = :project)")
                        + (before == null ? "" : " and b.id < :before")
                        + " order by b.id desc limit :limit";
        return batches(
                seen(SEEN + which, regions, enterprise)
                        .param("project", project, Types.OTHER)
                        .param("before", before, Types.OTHER)
                        .param("limit", limit));
    }

    private JdbcClient.StatementSpec seen(
            String select, Set<Region> regions, @Nullable UUID enterprise) {
        return jdbc.sql(select)
                .param("regions", JdbcTickets.codes(regions), Types.ARRAY)
                .param("enterprise", enterprise, Types.OTHER);
    }

    @Override
    public void save(Batch batch) {
        jdbc.sql("update steward.batch set version = ? where id = ?")
                .params(batch.version(), batch.id())
                .update();
        jdbc.sql("delete from steward.batch_member where batch = ? and not project = any(?)")
                .param(batch.id())
                .param(batch.members().stream().map(Member::project).toArray(UUID[]::new))
                .update();
        batch.members()
                .forEach(
                        member ->
                                jdbc.sql(
                                                """
                                                insert into steward.batch_member
                                                    (batch, project, region, decided)
                                                values (?, ?, ?, ?)
                                                    on conflict (batch, project)
                                                    do update set decided = excluded.decided
                                                """)
                                        .param(batch.id())
                                        .param(member.project())
                                        .param(batch.region().code())
                                        .param(member.decided().toArray(String[]::new))
                                        .update());
        batch.figures()
                .forEach(
                        (meaning, value) ->
                                jdbc.sql(
                                                """
                                                insert into steward.batch_figure
                                                    (batch, region, meaning, value)
                                                values (?, ?, ?, ?)
                                                    on conflict (batch, meaning)
                                                    do update set value = excluded.value
                                                """)
                                        .params(batch.id(), batch.region().code(), meaning, value)
                                        .update());
    }

    /** Batches as they stand, with members and figures. */
    private List<Batch> batches(JdbcClient.StatementSpec asked) {
        record Row(UUID id, Region region, String projectType, LocalDate openedOn, long version) {}
        List<Row> rows =
                asked.query(
                                (row, number) ->
                                        new Row(
                                                row.getObject("id", UUID.class),
                                                new Region(row.getString("region")),
                                                row.getString("project_type"),
                                                row.getObject("opened_on", LocalDate.class),
                                                row.getLong("version")))
                        .list();
        UUID[] ids = rows.stream().map(Row::id).toArray(UUID[]::new);
        Map<UUID, List<Member>> members =
                jdbc
                        .sql(
                                "select * from steward.batch_member where batch = any(?) order by project")
                        .param(ids)
                        .query(
                                (row, number) ->
                                        Map.entry(
                                                row.getObject("batch", UUID.class),
                                                new Member(
                                                        row.getObject("project", UUID.class),
                                                        List.of(
                                                                (String[])
                                                                        row.getArray("decided")
                                                                                .getArray()))))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        Map<UUID, Map<String, BigDecimal>> figures = new HashMap<>();
        jdbc.sql("select * from steward.batch_figure where batch = any(?)")
                .param(ids)
                .query(
                        row -> {
                            figures.computeIfAbsent(
                                            row.getObject("batch", UUID.class),
                                            none -> new HashMap<>())
                                    .put(row.getString("meaning"), row.getBigDecimal("value"));
                        });
        return rows.stream()
                .map(
                        row ->
                                new Batch(
                                        row.id(),
                                        row.region(),
                                        row.projectType(),
                                        row.openedOn(),
                                        members.getOrDefault(row.id(), List.of()),
                                        figures.getOrDefault(row.id(), Map.of()),
                                        row.version()))
                .toList();
    }
}
