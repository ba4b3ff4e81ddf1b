package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.intake.domain.check.Check;
import org.xiangmuzhang.intake.domain.check.Depth;
import org.xiangmuzhang.intake.domain.check.Finding;
import org.xiangmuzhang.intake.domain.check.ItemCheck;
import org.xiangmuzhang.intake.domain.check.Rule;
import org.xiangmuzhang.intake.domain.check.RuleDecision;
import org.xiangmuzhang.intake.port.out.Checks;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcChecks implements Checks {

    private final JdbcClient jdbc;

    JdbcChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Check check) {
        jdbc.sql(
                        "update intake.check_run set latest = false"
                                + " where application = :application and latest")
                .param("application", check.application())
                .update();
        jdbc.sql(
                        """
                        insert into intake.check_run (id, application, region, checked_at, set_by,
                            set_version, answers)
                        values (:id, :application, :region, :at, :setBy, :version,
                            cast(:answers as uuid[]))
                        """)
                .param("id", check.id())
                .param("application", check.application())
                .param("region", check.region().code())
                .param("at", Timestamp.from(check.at()))
                .param("setBy", code(check.setBy()), Types.VARCHAR)
                .param("version", check.version())
                .param("answers", Columns.ids(check.answers()))
                .update();
        for (ItemCheck item : check.items()) {
            add(check, item);
        }
    }

    private void add(Check check, ItemCheck item) {
        jdbc.sql(
                        """
                        insert into intake.check_item (run, region, task, item_code, department,
                            grade, depth)
                        values (:run, :region, :task, :item, :department, :grade, :depth)
                        """)
                .param("run", check.id())
                .param("region", check.region().code())
                .param("task", item.task())
                .param("item", item.item())
                .param("department", item.department())
                .param("grade", item.grade(), Types.VARCHAR)
                .param("depth", item.depth().name())
                .update();
        List<Finding> found = item.findings();
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into intake.finding (run, region, application, task, item_code,
                            department, set_by, set_version, rule, kind, subject, against, passed,
                            reason_zh, reason_en, seen, seq)
                        select :run, :region, :application, :task, :item, :department, :setBy,
                            :version, given.*
                          from unnest(:rules, :kinds, :subjects, :againsts,
                            cast(:passed as boolean[]), :zh, :en, :seen)
                            with ordinality as given
                        """)
                .param("run", check.id())
                .param("region", check.region().code())
                .param("application", check.application())
                .param("task", item.task())
                .param("item", item.item())
                .param("department", item.department())
                .param("setBy", code(check.setBy()), Types.VARCHAR)
                .param("version", check.version())
                .param("rules", texts(found, one -> one.rule().code()))
                .param("kinds", texts(found, one -> one.rule().kind().name()))
                .param("subjects", texts(found, one -> one.rule().subject()))
                .param("againsts", texts(found, one -> one.rule().against()))
                .param("passed", texts(found, one -> Boolean.toString(one.passed())))
                .param("zh", texts(found, one -> one.rule().reasonZh()))
                .param("en", texts(found, one -> one.rule().reasonEn()))
                .param("seen", texts(found, Finding::seen))
                .update();
    }

    /** A text that may be missing. */
    @FunctionalInterface
    private interface Text {
        @Nullable String of(Finding finding);
    }

    private static @Nullable String[] texts(List<Finding> found, Text text) {
        return found.stream().map(text::of).toArray(String[]::new);
    }

    private static @Nullable String code(@Nullable Region region) {
        return region == null ? null : region.code();
    }

    private static @Nullable Region place(@Nullable String code) {
        return code == null ? null : new Region(code);
    }

    @Override
    public Optional<Check> latest(UUID application) {
        return jdbc.sql(
                        """
                        select id, application, region, checked_at, set_by, set_version,
                            cast(answers as text[]) as answers
                          from intake.check_run where application = :application and latest
                        """)
                .param("application", application)
                .query(
                        (row, number) -> {
                            UUID id = Columns.id(row, "id");
                            return new Check(
                                    id,
                                    application,
                                    new Region(row.getString("region")),
                                    row.getTimestamp("checked_at").toInstant(),
                                    place(row.getString("set_by")),
                                    row.getInt("set_version"),
                                    Columns.texts(row, "answers").stream()
                                            .map(UUID::fromString)
                                            .toList(),
                                    List.of());
                        })
                .optional()
                .map(this::withItems);
    }

    private Check withItems(Check check) {
        Map<UUID, List<Finding>> findings = new HashMap<>();
        jdbc.sql("select * from intake.finding where run = :run order by task, seq")
                .param("run", check.id())
                .query(
                        row -> {
                            findings.computeIfAbsent(
                                            Columns.id(row, "task"), first -> new ArrayList<>())
                                    .add(finding(row));
                        });
        List<ItemCheck> items =
                jdbc.sql("select * from intake.check_item where run = :run order by task")
                        .param("run", check.id())
                        .query(
                                (row, number) ->
                                        new ItemCheck(
                                                Columns.id(row, "task"),
                                                row.getString("item_code"),
                                                row.getString("department"),
                                                row.getString("grade"),
                                                Depth.valueOf(row.getString("depth")),
                                                findings.getOrDefault(
                                                        Columns.id(row, "task"), List.of())))
                        .list();
        return new Check(
                check.id(),
                check.application(),
                check.region(),
                check.at(),
                check.setBy(),
                check.version(),
                check.answers(),
                items);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                new Rule(
                        row.getString("rule"),
                        row.getString("item_code"),
                        Rule.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("against"),
                        row.getString("reason_zh"),
                        row.getString("reason_en")),
                row.getBoolean("passed"),
                row.getString("seen"));
    }

    @Override
    public Map<UUID, Map<String, Boolean>> persons(UUID check) {
        Map<UUID, Map<String, Boolean>> persons = new HashMap<>();
        jdbc.sql(
                        "select task, rule, person from intake.finding"
                                + " where run = :run and person is not null")
                .param("run", check)
                .query(
                        row -> {
                            persons.computeIfAbsent(
                                            Columns.id(row, "task"), first -> new HashMap<>())
                                    .put(row.getString("rule"), row.getBoolean("person"));
                        });
        return persons;
    }

    private static final String JUDGE =
            """
            update intake.finding f set person = %s, judged_on = :on
             where f.application = :application and f.person is null
               and exists (select from intake.check_run r where r.id = f.run and r.latest)
               and not exists (select from intake.rule_decision d where d.task = f.task)
            """;

    @Override
    public void corrected(UUID application, Collection<String> materials, LocalDate on) {
        jdbc.sql(
                        JUDGE.formatted("f.subject <> all(:materials)")
                                + " and f.kind in ('HANDED_IN', 'FILE_TYPE')")
                .param("materials", Columns.texts(materials))
                .param("application", application)
                .param("on", on)
                .update();
    }

    @Override
    public void refused(UUID application, LocalDate on) {
        jdbc.sql(JUDGE.formatted("false"))
                .param("application", application)
                .param("on", on)
                .update();
    }

    @Override
    public void decided(UUID application, UUID task, boolean approved, LocalDate on) {
        jdbc.sql(
                        JUDGE.formatted(":approved")
                                + """
                                 and f.task = :task
                                 and not (f.kind in ('HANDED_IN', 'FILE_TYPE', 'FILE_COUNT')
                                     and f.seen is null
                                     and exists (select from intake.obligation o
                                                  where o.task = f.task and o.state <> 'FULFILLED'
                                                    and o.material is not null
                                                    and f.subject in (o.material, '-')))
                                """)
                .param("approved", approved)
                .param("application", application)
                .param("task", task)
                .param("on", on)
                .update();
    }

    @Override
    public List<Compared> accuracy(Set<Region> places, String department) {
        return jdbc.sql(
                        """
                        select rule, item_code, set_by, set_version, reason_zh, reason_en,
                            count(*) filter (where passed = person) as agreed,
                            count(*) filter (where not passed and person) as objected,
                            count(*) filter (where passed and not person) as let_pass
                          from intake.finding
                         where department = :department and region = any(:places)
                           and person is not null
                         group by rule, item_code, set_by, set_version, reason_zh, reason_en
                         order by item_code, rule, set_by, set_version desc limit 500
                        """)
                .param("department", department)
                .param("places", Columns.codes(places))
                .query(
                        (row, number) ->
                                new Compared(
                                        row.getString("rule"),
                                        row.getString("item_code"),
                                        row.getString("set_by"),
                                        row.getInt("set_version"),
                                        row.getString("reason_zh"),
                                        row.getString("reason_en"),
                                        row.getLong("agreed"),
                                        row.getLong("objected"),
                                        row.getLong("let_pass")))
                .list();
    }

    @Override
    public void add(RuleDecision decision) {
        jdbc.sql(
                        """
                        insert into intake.rule_decision (task, application, region, item_code,
                            department, run, decided_on, sampled)
                        values (:task, :application, :region, :item, :department, :run, :on,
                            :sampled)
                        """)
                .param("task", decision.task())
                .param("application", decision.application())
                .param("region", decision.region().code())
                .param("item", decision.item())
                .param("department", decision.department())
                .param("run", decision.check())
                .param("on", decision.decidedOn())
                .param("sampled", decision.sampled())
                .update();
    }

    @Override
    public Optional<RuleDecision> decision(UUID task) {
        return jdbc.sql("select * from intake.rule_decision where task = :task")
                .param("task", task)
                .query(JdbcChecks::decision)
                .optional();
    }

    @Override
    public Map<UUID, RuleDecision> decisions(UUID application) {
        Map<UUID, RuleDecision> decisions = new LinkedHashMap<>();
        jdbc.sql("select * from intake.rule_decision where application = :application")
                .param("application", application)
                .query(JdbcChecks::decision)
                .list()
                .forEach(one -> decisions.put(one.task(), one));
        return decisions;
    }

    @Override
    public List<RuleDecision> sample(
            Set<Region> places,
            String department,
            boolean reviewed,
            @Nullable Boolean right,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql(
                        """
                        select * from intake.rule_decision
                         where sampled and department = :department and region = any(:places)
                           and (was_right is not null) = :reviewed
                           and (cast(:right as boolean) is null
                                or was_right = cast(:right as boolean))
                           and (cast(:after as uuid) is null or task > cast(:after as uuid))
                         order by task limit :limit
                        """)
                .param("department", department)
                .param("places", Columns.codes(places))
                .param("reviewed", reviewed)
                .param("right", right, Types.BOOLEAN)
                .param("after", after)
                .param("limit", limit)
                .query(JdbcChecks::decision)
                .list();
    }

    @Override
    public void review(RuleDecision reviewed) {
        RuleDecision.Review found = reviewed.review();
        if (found == null) {
            throw new IllegalArgumentException("not reviewed");
        }
        int kept =
                jdbc.sql(
                                """
                                update intake.rule_decision set was_right = :right,
                                    reviewed_on = :on, reviewed_by = :by, remark = :remark,
                                    version = version + 1
                                 where task = :task and version = :version
                                """)
                        .param("right", found.right())
                        .param("on", found.on())
                        .param("by", found.by())
                        .param("remark", found.remark())
                        .param("task", reviewed.task())
                        .param("version", reviewed.version())
                        .update();
        if (kept == 0) {
            throw Refusal.conflict("changed-meanwhile", reviewed.item());
        }
        jdbc.sql(
                        """
                        update intake.finding set person = :right, judged_on = :on
                         where run = :run and task = :task and person is null
                        """)
                .param("right", found.right())
                .param("on", found.on())
                .param("run", reviewed.check())
                .param("task", reviewed.task())
                .update();
    }

    private static RuleDecision decision(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate reviewedOn = Columns.optionalDate(row, "reviewed_on");
        return new RuleDecision(
                Columns.id(row, "task"),
                Columns.id(row, "application"),
                new Region(row.getString("region")),
                row.getString("item_code"),
                row.getString("department"),
                Columns.id(row, "run"),
                Columns.date(row, "decided_on"),
                row.getBoolean("sampled"),
                reviewedOn == null
                        ? null
                        : new RuleDecision.Review(
                                row.getBoolean("was_right"),
                                reviewedOn,
                                Columns.id(row, "reviewed_by"),
                                Columns.id(row, "remark")),
                row.getLong("version"));
    }
}
