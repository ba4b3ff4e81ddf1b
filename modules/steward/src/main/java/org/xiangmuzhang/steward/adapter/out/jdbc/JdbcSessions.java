package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.files.FilesHandedIn;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.session.Call;
import org.xiangmuzhang.steward.domain.session.Invitation;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.domain.session.Part;
import org.xiangmuzhang.steward.domain.session.Point;
import org.xiangmuzhang.steward.domain.session.PointState;
import org.xiangmuzhang.steward.domain.session.SessionKind;
import org.xiangmuzhang.steward.domain.session.SessionState;
import org.xiangmuzhang.steward.domain.session.Verdict;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Repository
class JdbcSessions implements Sessions, FilesHandedIn {

    /** Whoever may not see it is as if it were not there. */
    private static final String SEEN =
            """
            select s.* from steward.joint_session s join steward.project p on p.id = s.project
             where s.region = any(:regions)
               and (:all or p.steward = :steward
                    or exists (select from steward.session_invitation i
                                where i.session = s.id and i.department = :department))
            """;

    private static final String OF_ENTERPRISE =
            """
            select s.* from steward.joint_session s join steward.project p on p.id = s.project
             where p.enterprise = :enterprise
            """;

    private static final String OF_OPEN_PROJECT =
            """
            not exists (select from steward.project p
                         where p.id = s.project and p.closed_on is not null)
            """;

    private final JdbcClient jdbc;

    JdbcSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(JointSession session) {
        Call call = session.call();
        Part part = call.part();
        try {
            jdbc.sql(
                            """
                            insert into steward.joint_session (id, region, project, kind, mock, part,
                                building, building_use, previous, root, place, hall, file, called_on,
                                answer_by, minutes, times, state, running, version)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                                cast(? as timestamptz[]), ?, true, ?)
                            """)
                    .param(call.id())
                    .param(call.region().code())
                    .param(call.project())
                    .param(call.kind().name())
                    .param(call.mock())
                    .param(part.kind().name())
                    .param(part.building())
                    .param(part.use() == null ? null : part.use().name())
                    .param(call.previous())
                    .param(call.root())
                    .param(call.place())
                    .param(call.hall())
                    .param(call.file())
                    .param(call.calledOn())
                    .param(call.answerBy())
                    .param(call.minutes())
                    .param(texts(session.times()))
                    .param(session.state().name())
                    .param(session.version())
                    .update();
        } catch (DuplicateKeyException taken) {
            String constraint = String.valueOf(taken.getMessage());
            throw constraint.contains("joint_session_follow_up")
                    ? Refusal.conflict("session-follow-up-running")
                    : Refusal.conflict("session-id-taken", call.id());
        }
        for (Invitation one : session.invitations()) {
            jdbc.sql(
                            """
                            insert into steward.session_invitation
                                (session, region, project, department, items)
                            values (?, ?, ?, ?, ?)
                            """)
                    .param(call.id())
                    .param(call.region().code())
                    .param(call.project())
                    .param(one.department())
                    .param(one.items().toArray(String[]::new))
                    .update();
        }
    }

    @Override
    public Optional<JointSession> visible(UUID session, Sight sight) {
        return sessions(seen(" and s.id = :session", sight).param("session", session)).stream()
                .findFirst();
    }

    @Override
    public Optional<JointSession> held(UUID session) {
        return sessions(
                        jdbc.sql("select * from steward.joint_session where id = ? for update")
                                .param(session))
                .stream()
                .findFirst();
    }

    @Override
    public List<JointSession> list(Sight sight, Selection selection) {
        String which =
                (selection.running() ? " and s.running and p.closed_on is null" : "")
                        + (selection.project() == null ? "" : " and s.project = :project")
                        + (selection.before() == null ? "" : " and s.id < :before")
                        + " order by s.id desc limit :limit";
        return sessions(
                seen(which, sight)
                        .param("project", selection.project(), Types.OTHER)
                        .param("before", selection.before(), Types.OTHER)
                        .param("limit", selection.limit()));
    }

    @Override
    public List<JointSession> toMend(Sight sight, int limit) {
        String which =
                " and p.closed_on is null and s.id in (select o.root from steward.session_point o"
                        + " where o.project = p.id and o.open and o.state = 'OPEN')"
                        + " order by s.id desc limit :limit";
        return sessions(seen(which, sight).param("limit", limit));
    }

    private JdbcClient.StatementSpec seen(String which, Sight sight) {
        return jdbc.sql((sight.enterprise() == null ? SEEN : OF_ENTERPRISE) + which)
                .param("enterprise", sight.enterprise(), Types.OTHER)
                .param("regions", JdbcTickets.codes(sight.regions()), Types.ARRAY)
                .param("all", sight.all())
                .param("steward", sight.steward(), Types.OTHER)
                .param("department", sight.department(), Types.VARCHAR);
    }

    @Override
    public List<JointSession> ofProject(UUID project) {
        return sessions(
                jdbc.sql("select * from steward.joint_session where project = ? order by id")
                        .param(project));
    }

    @Override
    public List<JointSession> partsOf(Collection<UUID> projects) {
        return sessions(
                jdbc.sql(
                                """
                                select * from steward.joint_session
                                 where project = any(?) and kind = 'ACCEPTANCE' and part <> 'WHOLE'
                                   and state = 'CONCLUDED'
                                 order by id
                                """)
                        .param(projects.toArray(UUID[]::new)));
    }

    @Override
    public void save(JointSession session) {
        jdbc.sql(
                        """
                        update steward.joint_session set times = cast(? as timestamptz[]), state = ?,
                            running = ?, at = ?, opinions_by = ?, outcome = ?, conclusion = ?,
                            concluded_on = ?, version = ? where id = ?
                        """)
                .param(texts(session.times()))
                .param(session.state().name())
                .param(session.isRunning())
                .param(session.at() == null ? null : Timestamp.from(session.at()))
                .param(session.opinionsBy())
                .param(session.outcome() == null ? null : session.outcome().name())
                .param(session.conclusion())
                .param(session.concludedOn())
                .param(session.version())
                .param(session.call().id())
                .update();
        for (Invitation one : session.invitations()) {
            jdbc.sql(
                            """
                            update steward.session_invitation set suits = cast(? as timestamptz[]),
                                verdict = ?, remark = ? where session = ? and department = ?
                            """)
                    .param(one.suits() == null ? null : texts(one.suits()))
                    .param(one.verdict() == null ? null : one.verdict().name())
                    .param(one.remark())
                    .param(session.call().id())
                    .param(one.department())
                    .update();
        }
    }

    /** Sessions as they stand, with their invitations. */
    private List<JointSession> sessions(JdbcClient.StatementSpec asked) {
        List<Row> rows = asked.query(JdbcSessions::row).list();
        Map<UUID, List<Invitation>> invited =
                jdbc
                        .sql(
                                """
                                select * from steward.session_invitation
                                 where session = any(?) order by department
                                """)
                        .param(rows.stream().map(row -> row.call().id()).toArray(UUID[]::new))
                        .query(
                                (row, number) ->
                                        Map.entry(
                                                row.getObject("session", UUID.class),
                                                invitation(row)))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return rows.stream()
                .map(row -> row.with(invited.getOrDefault(row.call().id(), List.of())))
                .toList();
    }

    private record Row(
            Call call,
            List<Instant> times,
            SessionState state,
            @Nullable Instant at,
            @Nullable LocalDate opinionsBy,
            @Nullable Verdict outcome,
            @Nullable UUID conclusion,
            @Nullable LocalDate concludedOn,
            long version) {

        JointSession with(List<Invitation> invited) {
            return new JointSession(
                    call,
                    invited,
                    times,
                    state,
                    at,
                    opinionsBy,
                    outcome,
                    conclusion,
                    concludedOn,
                    version);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String use = row.getString("building_use");
        String outcome = row.getString("outcome");
        Timestamp at = row.getTimestamp("at");
        return new Row(
                new Call(
                        row.getObject("id", UUID.class),
                        new Region(row.getString("region")),
                        row.getObject("project", UUID.class),
                        SessionKind.valueOf(row.getString("kind")),
                        row.getBoolean("mock"),
                        new Part(
                                Part.Kind.valueOf(row.getString("part")),
                                row.getString("building"),
                                use == null ? null : Part.Use.valueOf(use)),
                        row.getObject("previous", UUID.class),
                        row.getObject("root", UUID.class),
                        row.getObject("place", UUID.class),
                        row.getString("hall"),
                        row.getObject("file", UUID.class),
                        row.getObject("called_on", LocalDate.class),
                        row.getObject("answer_by", LocalDate.class),
                        row.getInt("minutes")),
                instants(row.getArray("times")),
                SessionState.valueOf(row.getString("state")),
                at == null ? null : at.toInstant(),
                row.getObject("opinions_by", LocalDate.class),
                outcome == null ? null : Verdict.valueOf(outcome),
                row.getObject("conclusion", UUID.class),
                row.getObject("concluded_on", LocalDate.class),
                row.getLong("version"));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        Array suits = row.getArray("suits");
        String verdict = row.getString("verdict");
        return new Invitation(
                row.getString("department"),
                List.of((String[]) row.getArray("items").getArray()),
                suits == null ? null : instants(suits),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getObject("remark", UUID.class));
    }

    private static List<Instant> instants(Array times) throws SQLException {
        return Arrays.stream((Timestamp[]) times.getArray()).map(Timestamp::toInstant).toList();
    }

    private static String[] texts(Collection<Instant> times) {
        return times.stream().map(Instant::toString).toArray(String[]::new);
    }

    @Override
    public void add(Point point) {
        jdbc.sql(
                        """
                        insert into steward.session_point (id, region, project, root, department, text,
                            due, state, open, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(point.id())
                .param(point.region().code())
                .param(point.project())
                .param(point.root())
                .param(point.department())
                .param(point.text())
                .param(point.due())
                .param(point.state().name())
                .param(point.isOpen())
                .param(point.version())
                .update();
    }

    @Override
    public Optional<Point> heldPoint(UUID point) {
        return jdbc.sql("select * from steward.session_point where id = ? for update")
                .param(point)
                .query(JdbcSessions::point)
                .optional();
    }

    @Override
    public void save(Point point) {
        jdbc.sql(
                        """
                        update steward.session_point set due = ?, state = ?, open = ?, file = ?,
                            version = ? where id = ?
                        """)
                .param(point.due())
                .param(point.state().name())
                .param(point.isOpen())
                .param(point.file())
                .param(point.version())
                .param(point.id())
                .update();
    }

    @Override
    public List<Point> pointsOf(Collection<UUID> roots) {
        return jdbc.sql("select * from steward.session_point where root = any(?) order by due, id")
                .param(roots.toArray(UUID[]::new))
                .query(JdbcSessions::point)
                .list();
    }

    @Override
    public List<Point> heldPointsOf(UUID root) {
        return jdbc.sql("select * from steward.session_point where root = ? order by id for update")
                .param(root)
                .query(JdbcSessions::point)
                .list();
    }

    @Override
    public List<Point> openOf(UUID project) {
        return jdbc.sql(
                        "select * from steward.session_point where project = ? and open order by due, id")
                .param(project)
                .query(JdbcSessions::point)
                .list();
    }

    @Override
    public List<Point> points(Collection<UUID> points) {
        return jdbc.sql("select * from steward.session_point where id = any(?)")
                .param(points.toArray(UUID[]::new))
                .query(JdbcSessions::point)
                .list();
    }

    @Override
    public List<Point> due(Region region, LocalDate until, int limit) {
        return jdbc.sql(
                        "select * from steward.session_point s where region = ? and open and due <= ? and "
                                + OF_OPEN_PROJECT
                                + " order by due, id limit ?")
                .params(region.code(), until, limit)
                .query(JdbcSessions::point)
                .list();
    }

    @Override
    public Set<UUID> stillOpen(Collection<UUID> points) {
        return jdbc.sql(
                        "select id from steward.session_point s where id = any(?) and open and "
                                + OF_OPEN_PROJECT)
                .param(points.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    @Override
    public long countRunning(Set<Region> regions) {
        return jdbc.sql(
                        "select count(*) from steward.joint_session where region = any(?) and running")
                .param(JdbcTickets.codes(regions))
                .query(Long.class)
                .single();
    }

    @Override
    public Set<UUID> among(Collection<UUID> files) {
        return jdbc.sql(
                        """
                        select file from steward.joint_session where file = any(:files)
                         union select file from steward.session_point where file = any(:files)
                        """)
                .param("files", files.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        return new Point(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                row.getObject("root", UUID.class),
                row.getString("department"),
                row.getObject("text", UUID.class),
                row.getObject("due", LocalDate.class),
                PointState.valueOf(row.getString("state")),
                row.getObject("file", UUID.class),
                row.getLong("version"));
    }
}
