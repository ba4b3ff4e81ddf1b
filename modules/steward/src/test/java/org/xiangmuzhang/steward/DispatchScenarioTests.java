package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiangmuzhang.steward.Town.CITY;
import static org.xiangmuzhang.steward.Town.ZH;
import static org.xiangmuzhang.steward.Town.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.intake.api.OwedMaterials;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Dispatching;
import org.xiangmuzhang.steward.port.in.Dispatching.Item;
import org.xiangmuzhang.steward.port.in.Dispatching.Minute;
import org.xiangmuzhang.steward.port.in.Dispatching.Treatment;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.ListingFactors;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.Ticketing;
import org.xiangmuzhang.steward.port.in.Watching;
import org.xiangmuzhang.steward.spi.OpenPromises;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The weekly dispatch and the factor list; every test has a county of its own. */
@SpringBootTest(
        classes = StewardApplication.class,
        properties = "xiangmuzhang.test=dispatch",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(DispatchScenarioTests.Others.class)
class DispatchScenarioTests {

    @TestConfiguration
    static class Others {

        @Bean
        Called called() {
            return new Called();
        }
    }

    @Autowired ApplicationContext context;
    @Autowired Dispatching dispatching;
    @Autowired Ticketing ticketing;
    @Autowired ListingFactors factors;
    @Autowired Recording recording;
    @Autowired Watching watching;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired Called called;

    private final List<UUID> slackened = new ArrayList<>();

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    @Test
    @Practice("PR-007")
    void theAgendaWritesItselfAndStandsOnceTheMeetingIsOpen() {
        Town town = new Town(context, new Region("140521"));
        UUID project = town.project();
        UUID ticket = town.ticket(town.steward, project, today());
        UUID factor = factor(town, project, today().plusDays(1));
        town.as(town.steward);
        recording.decidedElsewhere(
                town.steward,
                project,
                watching.project(town.steward, project, null).version(),
                new Recording.ExternalDecision(
                        "PROJECT-CODE",
                        "赋码-2026-7",
                        LocalDate.of(2026, 3, 1),
                        town.file(town.steward),
                        null));
        called.owed.add(
                new OwedMaterials.Owed(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        town.county,
                        project,
                        "SITE-PREEXAM",
                        today(),
                        today().plusDays(7),
                        1));
        called.promised.add(
                new OpenPromises.Promise(UUID.randomUUID(), town.county, project, today(), false));
        clock.forward(Duration.ofDays(7));
        slack(project, -3);

        UUID dispatch = open(town.leader);
        town.ticket(town.steward, project, today());

        List<Item> lines = lines(town.leader, dispatch);
        assertThat(lines)
                .extracting(Item::kind)
                .containsExactly("TICKET", "SLACK", "FACTOR", "OWED", "PROMISE", "STALE");
        assertThat(lines).extracting(Item::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(lines.get(0))
                .satisfies(
                        line -> {
                            assertThat(line.about()).isEqualTo(ticket);
                            assertThat(line.title()).isEqualTo("取电点迟迟不定");
                            assertThat(line.times()).isEqualTo(1);
                        });
        assertThat(lines.get(1).detail()).isEqualTo("-3");
        assertThat(lines.get(2).about()).isEqualTo(factor);
        assertThat(lines.get(3).detail()).startsWith("建设项目用地预审与选址意见书核发 · 20");
        assertThat(lines.get(5).projectName()).isEqualTo("城区光伏电站");
        LocalDate limit = today().plusDays(3);
        treat(
                town.leader,
                dispatch,
                1,
                new Minute(Treatment.TICKET, "三日内追回工期", "NR", town.leader.person(), limit));
        close(town.leader, dispatch);

        Dispatching.Sheet report = dispatching.meeting(town.leader, dispatch, ZH);
        assertThat(report.week()).isEqualTo(today().with(DayOfWeek.MONDAY));
        assertThat(report.lines().get(1))
                .satisfies(
                        line -> {
                            assertThat(line.project()).isEqualTo(project);
                            assertThat(line.outcome()).isEqualTo("TICKET");
                            assertThat(line.text()).isEqualTo("三日内追回工期");
                        });
        assertThat(town.seen(town.unit, Objects.requireNonNull(report.lines().get(1).ticket())))
                .satisfies(
                        made -> {
                            assertThat(made.department()).isEqualTo("NR");
                            assertThat(made.leader()).isEqualTo(town.leader.person());
                            assertThat(made.due()).isEqualTo(limit);
                        });
        assertThat(tickets(town.leader, project, false, true))
                .extracting(Ticketing.Sheet::id)
                .containsExactly(ticket);
    }

    @Test
    @Practice("PR-075")
    void minutesBecomeTicketsAndWhatIsNotClosedCarriesOver() {
        Town town = new Town(context, new Region("140522"));
        UUID project = town.project();
        factor(town, project, today().plusDays(1));
        clock.forward(Duration.ofDays(7));
        UUID first = open(town.leader);
        Actor answering = town.hired(Role.LEADER, town.county, null, null);
        LocalDate due = today().plusDays(2);
        treat(
                town.leader,
                first,
                0,
                new Minute(Treatment.TICKET, "落实用地指标", "NR", answering.person(), due));
        close(town.leader, first);

        Item line = lines(town.leader, first).getFirst();
        UUID ticket = Objects.requireNonNull(line.ticket());
        assertThat(line.outcome()).isEqualTo("TICKET");
        assertThat(town.seen(town.unit, ticket))
                .satisfies(
                        made -> {
                            assertThat(made.problem()).isEqualTo("落实用地指标");
                            assertThat(made.project()).isEqualTo(project);
                            assertThat(made.leader()).isEqualTo(answering.person());
                            assertThat(made.due()).isEqualTo(due);
                            assertThat(made.dispatch()).isEqualTo(first);
                            assertThat(made.raisedBy()).isEqualTo(town.leader.person());
                        });
        assertThat(tickets(answering, null, true, false))
                .extracting(Ticketing.Sheet::id)
                .containsExactly(ticket);
        clock.forward(Duration.ofDays(7));
        UUID second = open(town.leader);
        assertThat(lines(town.leader, second)).extracting(Item::about).containsExactly(ticket);
        close(town.leader, second);

        town.act(town.unit, ticket, Ticketing.Step.ANSWER, town.file(town.unit));
        town.act(town.leader, ticket, Ticketing.Step.CLOSE, null);
        clock.forward(Duration.ofDays(7));
        UUID third = open(town.leader);
        assertThat(lines(town.leader, third)).extracting(Item::about).doesNotContain(ticket);
        close(town.leader, third);
        assertThat(watching.timeline(town.steward, project, null, 0, 200, ZH))
                .extracting(Happening::text)
                .contains("调度：要素未落实，成工单（本级）");
        assertThat(minutes(town.steward, project)).contains("落实用地指标");
        assertThat(minutes(town.applicant, project)).containsOnlyNulls();
    }

    @Test
    @Practice("PR-135")
    void theThirdTimeItGoesUpOneLevelAndWhatTheHostSettlesDoesNot() {
        Town town = new Town(context, new Region("140524"));
        UUID carried = town.ticket(town.steward, null, today());
        UUID settled = town.ticket(town.steward, null, today());
        for (int week = 1; week <= 3; week++) {
            clock.forward(Duration.ofDays(7));
            UUID dispatch = open(town.leader);
            List<Item> lines = lines(town.leader, dispatch);
            int times = week;
            assertThat(of(lines, carried))
                    .satisfies(
                            line -> {
                                assertThat(line.times()).isEqualTo(times);
                                assertThat(line.last()).isEqualTo(times == 3);
                            });
            if (week == 3) {
                treat(
                        town.leader,
                        dispatch,
                        lines.indexOf(of(lines, settled)),
                        new Minute(Treatment.SETTLE, "由自然资源局本周办结", null, null, null));
            }
            close(town.leader, dispatch);
        }

        assertThat(town.seen(town.leader, settled).state()).isEqualTo("CLOSED");
        assertThat(town.seen(town.leader, carried))
                .satisfies(
                        up -> {
                            assertThat(up.level()).isEqualTo(CITY);
                            assertThat(up.state()).isEqualTo("OPEN");
                            assertThat(up.due()).isAfter(today());
                        });
        UUID above = open(town.cityLeader);
        assertThat(lines(town.cityLeader, above))
                .extracting(Item::about)
                .contains(carried)
                .doesNotContain(settled);
        assertThat(of(lines(town.cityLeader, above), carried).times()).isEqualTo(1);
        close(town.cityLeader, above);
        clock.forward(Duration.ofDays(7));
        UUID below = open(town.leader);
        assertThat(lines(town.leader, below)).isEmpty();
        close(town.leader, below);
    }

    @Test
    void whatTheHostSettledIsNotCalledUpAgainAtOnce() {
        Town town = new Town(context, new Region("140525"));
        UUID project = town.project();
        slack(project, -1);
        UUID first = open(town.leader);
        treat(town.leader, first, 0, new Minute(Treatment.SETTLE, "目标日期另议", null, null, null));
        close(town.leader, first);
        clock.forward(Duration.ofDays(7));
        UUID second = open(town.leader);
        assertThat(lines(town.leader, second)).isEmpty();
        close(town.leader, second);
        clock.forward(Duration.ofDays(7));
        UUID third = open(town.leader);
        assertThat(lines(town.leader, third)).extracting(Item::times).containsExactly(1);
        close(town.leader, third);
        slack(project, 4);
        clock.forward(Duration.ofDays(7));
        UUID fourth = open(town.leader);
        assertThat(lines(town.leader, fourth)).as("its cause is gone").isEmpty();
        close(town.leader, fourth);
    }

    @Test
    void refusesWhatIsNoMeetingAndWhatCameSecond() {
        Town town = new Town(context, new Region("140581"));
        UUID project = town.project();
        slack(project, -1);
        town.ticket(town.steward, project, today());
        clock.forward(Duration.ofDays(7));
        Actor other = town.hired(Role.LEADER, town.county, null, null);
        refused(() -> open(town.steward), "role-may-not");
        refused(() -> dispatching.agenda(town.applicant, ZH), "role-may-not");

        List<String> both =
                Stream.of(town.leader, other)
                        .map(host -> CompletableFuture.supplyAsync(() -> opened(host)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(both).containsOnlyOnce("opened");
        UUID dispatch = dispatching.list(town.leader, null, null, 1, ZH).getFirst().id();

        long seen = dispatching.meeting(town.leader, dispatch, ZH).version();
        List<Item> lines = lines(town.leader, dispatch);
        Minute settled = new Minute(Treatment.SETTLE, "定了", null, null, null);
        dispatching.treat(town.leader, dispatch, lines.get(1).id(), seen, settled);
        refused(
                () -> dispatching.treat(other, dispatch, lines.get(0).id(), seen, settled),
                "dispatch-changed-meanwhile");
        refused(() -> treat(other, dispatch, 1, settled), "dispatch-line-treated");
        refused(
                () ->
                        treat(
                                other,
                                dispatch,
                                0,
                                new Minute(Treatment.TICKET, "问题", "NR", null, null)),
                "dispatch-ticket-already");
        refused(
                () -> treat(other, dispatch, 0, new Minute(Treatment.SETTLE, "", null, null, null)),
                "remark-length");
        refused(
                () -> dispatching.treat(other, dispatch, UUID.randomUUID(), -1, settled),
                "dispatch-line-unknown");
        refused(() -> treat(town.cityLeader, dispatch, 0, settled), "dispatch-of-another-place");
        refused(() -> treat(town.unit, dispatch, 0, settled), "role-may-not");
        Actor foreign = town.hired(Role.LEADER, new Region("350100"), null, null);
        refused(() -> dispatching.meeting(foreign, dispatch, ZH), "dispatch-unknown");
        refused(() -> dispatching.meeting(town.applicant, dispatch, ZH), "dispatch-unknown");

        close(town.leader, dispatch);
        refused(() -> close(town.leader, dispatch), "dispatch-closed");
        refused(() -> treat(town.leader, dispatch, 0, settled), "dispatch-closed");
        refused(() -> open(town.leader), "dispatch-week-held");
    }

    @Test
    @Practice("PR-234")
    void aMissingFactorWarnsOnItsListAndOnTheAgendaUntilItIsSupplied() {
        Town town = new Town(context, new Region("140502"));
        UUID project = town.project();
        UUID factor = factor(town, project, today().plusDays(30));
        assertThat(sheet(town, project))
                .satisfies(
                        it -> {
                            assertThat(it.state()).isEqualTo("MISSING");
                            assertThat(it.amount()).isEqualByComparingTo("120");
                            assertThat(it.soon()).isFalse();
                        });
        clock.forward(Duration.ofDays(28));
        assertThat(sheet(town, project).soon()).isTrue();
        assertThat(dispatching.agenda(town.leader, ZH)).extracting(Item::about).contains(factor);
        clock.forward(Duration.ofDays(7));
        assertThat(sheet(town, project).late()).isTrue();

        refused(
                () -> move(town.unit, project, factor, "SUPPLIED", null),
                "factor-evidence-missing");
        refused(() -> move(town.otherUnit, project, factor, "PROMISED", null), "factor-not-yours");
        refused(() -> move(town.unit, project, factor, "MISSING", null), "factor-as-it-was");
        refused(
                () -> move(town.unit, project, UUID.randomUUID(), "PROMISED", null),
                "factor-unknown");
        move(town.unit, project, factor, "PROMISED", null);
        assertThat(dispatching.agenda(town.leader, ZH)).extracting(Item::about).contains(factor);
        move(town.unit, project, factor, "SUPPLIED", town.file(town.unit));
        assertThat(dispatching.agenda(town.leader, ZH))
                .extracting(Item::about)
                .doesNotContain(factor);
        assertThat(watching.timeline(town.steward, project, null, 0, 200, ZH))
                .extracting(Happening::text)
                .anyMatch(text -> text.startsWith("列入要素：土地，由"))
                .anyMatch(text -> text.startsWith("要素土地：已落实"));
        refused(() -> factor(town, project, today().minusDays(1)), "factor-day");
        refused(
                () ->
                        factors.list(
                                town.steward,
                                project,
                                new ListingFactors.Need(
                                        UUID.randomUUID(),
                                        ListingFactors.Kind.WATER,
                                        new BigDecimal("-1"),
                                        "WATER",
                                        today())),
                "factor-amount");
    }

    @Test
    void whatIsFinishedOrClosedOrQuietTakesNobodysPlaceOnTheAgenda() {
        Town town = new Town(context, CITY);
        UUID project = town.project();
        slack(project, -1);
        stale(CITY, project, 400);
        UUID factor = factor(town, project, today().plusDays(1));
        for (int i = 0; i < 101; i++) {
            UUID finished = UUID.randomUUID();
            board(finished, 3);
            stale(CITY, finished, 500);
            UUID quiet = UUID.randomUUID();
            board(quiet, 0);
            jdbc.sql(
                            """
                            insert into steward.dispatch_standing
                                (kind, about, region, project, place, times, quiet_until)
                            values ('SLACK', ?, ?, ?, ?, 0, ?)
                            """)
                    .params(quiet, CITY.code(), quiet, CITY.code(), today().plusDays(20))
                    .update();
        }
        assertThat(dispatching.agenda(town.leader, ZH))
                .extracting(Item::kind, Item::about)
                .contains(
                        tuple("SLACK", project), tuple("STALE", project), tuple("FACTOR", factor));

        clock.forward(Duration.ofDays(7));
        UUID dispatch = open(town.leader);
        close(town.leader, dispatch);
        end(project);
        assertThat(dispatching.agenda(town.leader, ZH))
                .as("not even what was carried over")
                .extracting(Item::about)
                .doesNotContain(project, factor);
        jdbc.sql("delete from steward.board where least_slack = -50").update();
        refused(() -> factor(town, project, today()), "project-closed");
        refused(() -> move(town.unit, project, factor, "PROMISED", null), "project-closed");
    }

    private void board(UUID project, int done) {
        jdbc.sql(
                        """
                        insert into steward.board (project, region, enterprise, items, done, running,
                            least_slack, urgency, position)
                        values (?, ?, gen_random_uuid(), 3, ?, 0, -50, -50, 0)
                        """)
                .params(project, CITY.code(), done)
                .update();
    }

    private void stale(Region region, UUID project, int days) {
        jdbc.sql("insert into steward.external_fact values (?, 'PROJECT-CODE', ?, ?)")
                .params(project, region.code(), today().minusDays(days))
                .update();
    }

    private void end(UUID project) {
        jdbc.sql("update steward.project set closed_on = ? where id = ?")
                .params(today(), project)
                .update();
    }

    @Test
    void minutesMakeATicketOfWhatIsOwedAfterTheLastItem() {
        Town town = new Town(context, CITY);
        UUID project = town.project();
        UUID factor = factor(town, project, today().plusDays(1));
        slack(project, 9);
        jdbc.sql("update steward.board set done = items where project = ?").param(project).update();
        refused(() -> town.ticket(town.steward, project, null), "ticket-project-finished");
        clock.forward(Duration.ofDays(7));
        UUID dispatch = open(town.leader);
        UUID line = of(lines(town.leader, dispatch), factor).id();
        dispatching.treat(
                town.leader,
                dispatch,
                line,
                -1,
                new Minute(Treatment.TICKET, "补足用地", "NR", null, null));
        UUID ticket = of(lines(town.leader, dispatch), factor).ticket();
        assertThat(town.seen(town.unit, Objects.requireNonNull(ticket)).problem())
                .isEqualTo("补足用地");
        close(town.leader, dispatch);
    }

    @Test
    void aTicketThatGoesUpWhileTheAgendaIsWrittenIsOnTheOneAbove() {
        Town town = new Town(context, CITY);
        UUID ticket = town.ticket(town.steward, null, today());
        clock.forward(Duration.ofDays(7));
        CompletableFuture<UUID> opened =
                transactions.execute(
                        status -> {
                            town.act(town.leader, ticket, Ticketing.Step.ESCALATE, null);
                            CompletableFuture<UUID> other =
                                    CompletableFuture.supplyAsync(() -> open(town.leader));
                            Await.until(this::somebodyWaits);
                            return other;
                        });
        UUID dispatch = Objects.requireNonNull(opened).join();
        List<Item> lines = lines(town.leader, dispatch);
        assertThat(lines).extracting(Item::about).doesNotContain(ticket);
        assertThat(lines.isEmpty() ? 1 : lines.getFirst().number()).isEqualTo(1);
        close(town.leader, dispatch);
        clock.forward(Duration.ofDays(7));
        Actor above = town.hired(Role.LEADER, new Region("140000"), null, null);
        assertThat(dispatching.agenda(above, ZH)).extracting(Item::about).contains(ticket);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void readersOfMinutesReadTheWordsOfWhatTheySeeOnly() {
        Town town = new Town(context, CITY);
        UUID project = town.project();
        UUID ticket = town.ticket(town.steward, project, today());
        UUID factor = factor(town, project, today().plusDays(1));
        clock.forward(Duration.ofDays(7));
        UUID dispatch = open(town.leader);
        dispatching.treat(
                town.leader,
                dispatch,
                of(lines(town.leader, dispatch), ticket).id(),
                -1,
                new Minute(Treatment.CARRY, "下周再议", null, null, null));
        dispatching.treat(
                town.leader,
                dispatch,
                of(lines(town.leader, dispatch), factor).id(),
                -1,
                new Minute(Treatment.TICKET, "落实用地", "NR", null, null));
        close(town.leader, dispatch);
        Await.settled(log);

        Actor auditor = town.hired(Role.AUDITOR, CITY, null, null);
        for (Actor reader : List.of(town.leader, auditor, town.steward, town.unit)) {
            List<Item> lines = lines(reader, dispatch);
            assertThat(of(lines, ticket).title()).isEqualTo("取电点迟迟不定");
            assertThat(of(lines, ticket).text()).isEqualTo("下周再议");
            assertThat(of(lines, factor).text()).isEqualTo("落实用地");
            assertThat(of(lines, factor).ticket()).isNotNull();
        }
        Actor otherSteward = town.hired(Role.STEWARD, CITY, null, null);
        for (Actor reader : List.of(otherSteward, town.otherUnit)) {
            List<Item> lines = lines(reader, dispatch);
            assertThat(of(lines, ticket).title()).isNull();
            assertThat(of(lines, ticket).text()).isNull();
            assertThat(of(lines, factor).text()).isNull();
            assertThat(of(lines, factor).ticket()).isNull();
        }
        assertThat(of(dispatching.agenda(otherSteward, ZH), ticket).title()).isNull();
    }

    private List<@Nullable String> minutes(Actor reader, UUID project) {
        return watching.timeline(reader, project, null, 0, 200, ZH).stream()
                .filter(it -> it.event().equals("steward.dispatch-line-treated"))
                .map(Happening::why)
                .toList();
    }

    private List<Ticketing.Sheet> tickets(
            Actor reader, @Nullable UUID project, boolean mine, boolean overdue) {
        return ticketing.list(
                reader,
                new Ticketing.Filter(mine, false, overdue, false, null, project, null, null, 50),
                ZH);
    }

    private ListingFactors.Sheet sheet(Town town, UUID project) {
        return factors.factors(town.applicant, project, ZH).getFirst();
    }

    private void move(Actor by, UUID project, UUID factor, String state, @Nullable UUID file) {
        factors.move(
                by,
                project,
                factor,
                -1,
                new ListingFactors.Move(ListingFactors.State.valueOf(state), null, file));
    }

    private UUID factor(Town town, UUID project, LocalDate needed) {
        UUID id = UUID.randomUUID();
        factors.list(
                town.steward,
                project,
                new ListingFactors.Need(
                        id, ListingFactors.Kind.LAND, new BigDecimal("120"), "NR", needed));
        return id;
    }

    /** What was written onto the board by hand is told by no event. */
    @AfterEach
    void takeAwaySlack() {
        jdbc.sql(
                        """
                        update steward.board
                           set items = 0, done = 0, least_slack = null, urgency = 2147483647
                         where project = any(?) and items = 3 and least_slack is not null
                        """)
                .param(slackened.toArray(UUID[]::new))
                .update();
    }

    /** As the board would know it. */
    private void slack(UUID project, int days) {
        Await.settled(log);
        slackened.add(project);
        jdbc.sql(
                        """
                        insert into steward.board (project, region, enterprise, items, done, running,
                            least_slack, urgency, position)
                        select id, region, enterprise, 3, 0, 0, :days, :days, 0
                          from steward.project where id = :project
                            on conflict (project) do update
                               set items = 3, least_slack = :days, urgency = :days
                        """)
                .param("days", days)
                .param("project", project)
                .update();
    }

    private String opened(Actor host) {
        try {
            open(host);
            return "opened";
        } catch (Refusal second) {
            return second.rule();
        }
    }

    private UUID open(Actor host) {
        return dispatching.open(host, UUID.randomUUID());
    }

    private List<Item> lines(Actor reader, UUID dispatch) {
        return dispatching.meeting(reader, dispatch, ZH).lines();
    }

    private static Item of(List<Item> lines, UUID about) {
        return lines.stream().filter(line -> line.about().equals(about)).findFirst().orElseThrow();
    }

    private void treat(Actor host, UUID dispatch, int line, Minute minute) {
        UUID id = lines(host, dispatch).get(line).id();
        dispatching.treat(host, dispatch, id, -1, minute);
    }

    private void close(Actor host, UUID dispatch) {
        dispatching.close(host, dispatch, -1);
    }
}
