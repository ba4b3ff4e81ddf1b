package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.privacy.SweepReports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was removed because its time was over, run by run. */
@Repository
class RetentionRuns implements SweepReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One run over one kind.
     *
     * @param day on which it began, of which there is one run a kind
     * @param last the piece up to which it has come, null before the first
     * @param lookedAt pieces that are older than the shortest term a place may set
     * @param held kept because a legal hold lies on them
     * @param needed kept because a matter needs them
     */
    record Run(
            UUID id,
            String kind,
            LocalDate day,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable UUID last,
            long lookedAt,
            long removed,
            long held,
            long needed,
            long failed) {}

    /** The run that today has to do or go on with; empty when today's is finished. */
    Optional<Run> due(String kind) {
        Optional<Run> latest =
                jdbc.sql(
                                "select * from privacy.retention_run where kind = :kind"
                                        + " order by id desc limit 1")
                        .param("kind", kind)
                        .query(RetentionRuns::run)
                        .optional();
        LocalDate today = WorkingDays.today(clock);
        if (latest.isPresent() && latest.get().finishedAt() == null) {
            return latest;
        }
        if (latest.isPresent() && !latest.get().day().isBefore(today)) {
            return Optional.empty();
        }
        Run begun =
                new Run(Ids.next(clock), kind, today, clock.instant(), null, null, 0, 0, 0, 0, 0);
        add(begun);
        return Optional.of(begun);
    }

    private void add(Run run) {
        Instant finished = run.finishedAt();
        jdbc.sql(
                        """
                        insert into privacy.retention_run (id, kind, day, started_at, finished_at,
                            looked_at, removed, failed)
                        values (:id, :kind, :day, :started, :finished, :looked, :removed, :failed)
                        """)
                .param("id", run.id())
                .param("kind", run.kind())
                .param("day", run.day())
                .param("started", Timestamp.from(run.startedAt()))
                .param("finished", finished == null ? null : Timestamp.from(finished))
                .param("looked", run.lookedAt())
                .param("removed", run.removed())
                .param("failed", run.failed())
                .update();
    }

    void save(Run run) {
        Instant finished = run.finishedAt();
        jdbc.sql(
                        """
                        update privacy.retention_run
                           set finished_at = :finished, last_piece = :last, looked_at = :looked,
                               removed = :removed, held = :held, needed = :needed, failed = :failed
                         where id = :id
                        """)
                .param("finished", finished == null ? null : Timestamp.from(finished))
                .param("last", run.last())
                .param("looked", run.lookedAt())
                .param("removed", run.removed())
                .param("held", run.held())
                .param("needed", run.needed())
                .param("failed", run.failed())
                .param("id", run.id())
                .update();
    }

    /** The newest first. */
    List<Run> before(@Nullable UUID id, int limit) {
        return jdbc.sql(
                        """
                        select * from privacy.retention_run
                         where cast(:id as uuid) is null or id < cast(:id as uuid)
                         order by id desc limit :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query(RetentionRuns::run)
                .list();
    }

    @Override
    public void ended(String kind, long lookedAt, long removed, long failed) {
        Instant now = clock.instant();
        add(
                new Run(
                        Ids.next(clock),
                        kind,
                        WorkingDays.today(clock),
                        now,
                        now,
                        null,
                        lookedAt,
                        removed,
                        0,
                        0,
                        failed));
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getObject("last_piece", UUID.class),
                row.getLong("looked_at"),
                row.getLong("removed"),
                row.getLong("held"),
                row.getLong("needed"),
                row.getLong("failed"));
    }
}
