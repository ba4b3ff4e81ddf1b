package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangmuzhang.steward.Town.CITY;
import static org.xiangmuzhang.steward.Town.COUNTY;
import static org.xiangmuzhang.steward.Town.ZH;
import static org.xiangmuzhang.steward.Town.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.WorkOfDepartments;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.Ticketing;
import org.xiangmuzhang.steward.port.in.Ticketing.Act;
import org.xiangmuzhang.steward.port.in.Ticketing.Step;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Tickets from the whistle to their closing, and what is not taken for one. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TicketScenarioTests {

    @Autowired ApplicationContext context;
    @Autowired Ticketing ticketing;
    @Autowired Watching watching;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired List<Retained> retained;
    @Autowired List<WorkOfDepartments> work;

    private Town town;
    private UUID project;

    @BeforeEach
    void begin() {
        town = new Town(context);
        project = town.project();
    }

    @Test
    @Practice({"PR-134", "PR-135"})
    void anEnterpriseWhistlesTheUnitAnswersAndWhatIsNotSolvedGoesUpWithReasonAndLimit() {
        UUID ticket = town.ticket(town.applicant, project, null);

        assertThat(list(town.unit, false, true)).extracting(Ticketing.Sheet::id).contains(ticket);
        assertThat(town.seen(town.unit, ticket).due()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(town.seen(town.unit, ticket).leader()).isNotNull();
        assertThat(town.seen(town.unit, ticket).problem()).isEqualTo("取电点迟迟不定");
        town.act(town.unit, ticket, Step.ANSWER, null);
        assertThat(town.seen(town.applicant, ticket).state()).isEqualTo("ANSWERED");

        town.as(town.applicant);
        ticketing.act(
                town.applicant,
                ticket,
                -1,
                new Act(Step.ESCALATE, "答复没有解决问题", null, LocalDate.of(2026, 11, 7)));

        assertThat(town.seen(town.cityLeader, ticket))
                .satisfies(
                        up -> {
                            assertThat(up.level()).isEqualTo(CITY);
                            assertThat(up.step()).isEqualTo(1);
                            assertThat(up.due()).isEqualTo(LocalDate.of(2026, 11, 9));
                            assertThat(up.story())
                                    .extracting(Ticketing.Done::kind)
                                    .containsExactly("RAISE", "ANSWER", "ESCALATE");
                            assertThat(up.story().getLast().text()).isEqualTo("答复没有解决问题");
                        });
        refused(() -> close(town.applicant, ticket, null), "ticket-evidence-missing");
        UUID evidence = town.file(town.applicant);
        close(town.applicant, ticket, evidence);
        assertThat(town.seen(town.applicant, ticket).state()).isEqualTo("CLOSED");
        assertThat(town.seen(town.applicant, ticket).story().getLast().file()).isEqualTo(evidence);
        town.act(town.steward, ticket, Step.REOPEN, null);
        assertThat(town.seen(town.unit, ticket).state()).isEqualTo("OPEN");
        assertThat(
                        watching.timeline(town.steward, project, null, 0, 50, ZH).stream()
                                .map(Happening::text))
                .anyMatch(sentence -> sentence.startsWith("提出工单，责任单位 "))
                .anyMatch(sentence -> sentence.contains("提级至晋城市调度"));
        assertThat(log.ofProject(project, 0, 50))
                .extracting(LogEntry::payloadJson)
                .noneMatch(payload -> payload.contains("答复没有"));
    }

    @Test
    void aTicketIsOverdueByTheWorkingCalendar() {
        UUID ticket = town.ticket(town.steward, project, LocalDate.of(2026, 11, 6));
        clock.forward(Duration.ofDays(7));
        try {
            assertThat(town.seen(town.steward, ticket).overdue()).isEqualTo(1);
            assertThat(
                            ticketing.list(
                                    town.leader,
                                    new Ticketing.Filter(
                                            false, false, true, false, COUNTY, project, null, null,
                                            10),
                                    ZH))
                    .extracting(Ticketing.Sheet::id)
                    .containsExactly(ticket);
        } finally {
            clock.forward(Duration.ofDays(-7));
        }
    }

    @Test
    void aUnitIsNotClosedOverItsTickets() {
        long before = desks();
        town.ticket(town.steward, project, null);
        assertThat(desks()).isEqualTo(before + 1);
    }

    private long desks() {
        return work.stream().mapToLong(one -> one.open(COUNTY, List.of("NR"))).sum();
    }

    @Test
    void othersSeeNothingAndMayDoNothing() {
        UUID ticket = town.ticket(town.steward, project, null);
        Town other = new Town(context);

        refused(() -> town.seen(town.otherUnit, ticket), "ticket-unknown");
        refused(() -> town.seen(other.steward, ticket), "ticket-unknown");
        refused(
                () -> town.seen(town.hired(Role.LEADER, new Region("350100"), null, null), ticket),
                "ticket-unknown");
        refused(() -> town.act(town.steward, ticket, Step.ANSWER, null), "ticket-of-another-unit");
        refused(() -> town.act(town.unit, ticket, Step.CLOSE, null), "ticket-not-yours");
        refused(
                () -> town.ticket(town.hired(Role.AUDITOR, COUNTY, null, null), project, null),
                "role-may-not");
    }

    @Test
    void refusesWhatIsNoTicket() {
        long before = log.head();

        refused(() -> town.ticket(town.steward, UUID.randomUUID(), null), "project-unknown");
        refused(
                () -> town.ticket(town.steward, project, LocalDate.of(2026, 11, 1)),
                "ticket-due-past");
        refused(
                () -> town.ticket(town.steward, project, LocalDate.of(2036, 11, 1)),
                "ticket-due-far");
        refused(() -> raise("NOBODY", null), "unit-unknown");
        refused(() -> raise("NR", town.steward.person()), "ticket-leader-unknown");
        refused(() -> raise("NR", UUID.randomUUID()), "ticket-leader-unknown");
        refused(
                () ->
                        ticketing.raise(
                                town.steward,
                                new Ticketing.Problem(
                                        UUID.randomUUID(), project, CITY, "问题", "NR", null, null)),
                "ticket-of-another-place");
        refused(
                () ->
                        ticketing.raise(
                                town.applicant,
                                new Ticketing.Problem(
                                        UUID.randomUUID(),
                                        null,
                                        Region.TEMPLATE,
                                        "问题",
                                        "NR",
                                        null,
                                        null)),
                "region-unknown");
        finish(true);
        refused(() -> town.ticket(town.steward, project, null), "ticket-project-finished");
        finish(false);
        assertThat(log.head()).isEqualTo(before);
    }

    /** As the board would know it. */
    private void finish(boolean done) {
        Await.settled(log);
        jdbc.sql(
                        """
                        insert into steward.board (project, region, enterprise, items, done, running,
                            urgency, position)
                        select id, region, enterprise, :done, :done, 0, 0, 0 from steward.project
                         where id = :project
                            on conflict (project) do update set items = :done, done = :done
                        """)
                .param("done", done ? 3 : 0)
                .param("project", project)
                .update();
    }

    @Test
    void theSameActComesOnceAndNothingIsDoneWithWhatIsClosed() {
        UUID ticket = town.ticket(town.steward, project, null);
        refused(
                () ->
                        ticketing.raise(
                                town.steward,
                                new Ticketing.Problem(
                                        ticket, project, null, "又一次", "NR", null, null)),
                "ticket-id-taken");
        long version = town.seen(town.steward, ticket).version();
        UUID proof = town.file(town.steward);
        Act closing = new Act(Step.CLOSE, "已解决", proof, null);
        ticketing.act(town.steward, ticket, version, closing);

        refused(
                () -> ticketing.act(town.steward, ticket, version, closing),
                "ticket-changed-meanwhile");
        refused(() -> close(town.steward, ticket, null), "ticket-closed");
        refused(() -> town.act(town.unit, ticket, Step.ANSWER, null), "ticket-closed");
        refused(() -> town.act(town.steward, ticket, Step.ESCALATE, null), "ticket-closed");
        assertThat(ticketing.paper(town.unit, ticket, proof).name()).isEqualTo("reply.pdf");
        refused(() -> ticketing.paper(town.unit, ticket, UUID.randomUUID()), "file-unknown");
    }

    @Test
    void aTicketGoesUpToTheTopAndNoFurther() {
        UUID ticket = town.ticket(town.steward, project, null);
        town.act(town.steward, ticket, Step.ESCALATE, null);
        town.act(town.cityLeader, ticket, Step.ESCALATE, null);
        assertThat(town.seen(town.steward, ticket).level()).isEqualTo(new Region("140000"));
        refused(() -> town.act(town.leader, ticket, Step.ESCALATE, null), "ticket-not-yours");
        refused(() -> town.act(town.steward, ticket, Step.ESCALATE, null), "ticket-at-the-top");
    }

    @Test
    void whatWasWrittenGoesWithItsTermAndNotBefore() {
        UUID ticket = town.ticket(town.steward, project, null);
        close(town.steward, ticket, town.file(town.steward));
        Retained texts =
                retained.stream()
                        .filter(it -> it.term().kind().equals("tickets"))
                        .findFirst()
                        .orElseThrow();

        assertThat(texts.pieces(clock.instant(), null, 1000))
                .extracting(Retained.Piece::id)
                .doesNotContain(ticket);
        assertThat(texts.pieces(clock.instant().plus(Duration.ofDays(2)), null, 1000))
                .extracting(Retained.Piece::id)
                .contains(ticket);
        assertThat(texts.remove(ticket)).isTrue();
        assertThat(texts.remove(ticket)).isFalse();
        assertThat(town.seen(town.steward, ticket).problem()).isNull();
        assertThat(town.seen(town.steward, ticket).story()).hasSize(2);

        town.act(town.steward, ticket, Step.REOPEN, null);
        close(town.steward, ticket, town.file(town.steward));
        assertThat(texts.pieces(clock.instant().plus(Duration.ofDays(2)), null, 1000))
                .as("what was written after it began anew")
                .extracting(Retained.Piece::id)
                .contains(ticket);
    }

    @Test
    void theTextsOfAnOldProjectLeaveThoseOfItsTickets() {
        UUID ticket = town.ticket(town.steward, project, null);
        town.act(town.steward, ticket, Step.ESCALATE, null);
        Retained texts =
                retained.stream()
                        .filter(it -> it.term().kind().equals("projects"))
                        .findFirst()
                        .orElseThrow();
        texts.remove(project);
        assertThat(town.seen(town.steward, ticket))
                .satisfies(
                        kept -> {
                            assertThat(kept.problem()).isEqualTo("取电点迟迟不定");
                            assertThat(kept.story().getLast().text()).isEqualTo("已经说明");
                        });
    }

    @Test
    void anEnterpriseDecidesAboutTheTicketsOfItsOwnPeopleOnly() {
        UUID stewards = town.ticket(town.steward, project, null);
        UUID own = town.ticket(town.applicant, project, null);
        org.xiangmuzhang.kernel.Actor colleague =
                town.hired(Role.APPLICANT, COUNTY, null, town.applicant.enterprise());

        assertThat(town.seen(town.applicant, stewards).open()).isEmpty();
        refused(() -> town.act(town.applicant, stewards, Step.ESCALATE, null), "ticket-not-yours");
        refused(
                () -> close(town.applicant, stewards, town.file(town.applicant)),
                "ticket-not-yours");
        town.act(colleague, own, Step.ESCALATE, null);
        close(colleague, own, town.file(colleague));
        town.act(colleague, own, Step.REOPEN, null);
        close(town.steward, stewards, town.file(town.steward));
        refused(() -> town.act(town.applicant, stewards, Step.REOPEN, null), "ticket-not-yours");
    }

    @Test
    void nothingIsRaisedInAClosedProject() {
        jdbc.sql("update steward.project set closed_on = date '2026-11-01' where id = ?")
                .param(project)
                .update();
        refused(() -> town.ticket(town.steward, project, null), "project-closed");
    }

    private List<Ticketing.Sheet> list(
            org.xiangmuzhang.kernel.Actor actor, boolean mine, boolean unit) {
        return ticketing.list(
                actor,
                new Ticketing.Filter(mine, unit, false, false, null, project, null, null, 50),
                ZH);
    }

    private void raise(String unit, @Nullable UUID leader) {
        ticketing.raise(
                town.steward,
                new Ticketing.Problem(UUID.randomUUID(), project, null, "问题", unit, leader, null));
    }

    private void close(org.xiangmuzhang.kernel.Actor by, UUID ticket, @Nullable UUID file) {
        town.act(by, ticket, Step.CLOSE, file);
    }
}
