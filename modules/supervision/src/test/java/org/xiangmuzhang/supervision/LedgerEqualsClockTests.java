package org.xiangmuzhang.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.DeemAccepted;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.port.in.Accepting;
import org.xiangmuzhang.intake.port.in.Examining;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.Submitting;
import org.xiangmuzhang.intake.port.in.Verdict;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.supervision.domain.Autumn;
import org.xiangmuzhang.supervision.domain.Holder;
import org.xiangmuzhang.supervision.domain.TimeLedger;
import org.xiangmuzhang.supervision.port.out.Ledgers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/** Random courses through the real intake: the ledger knows them from the log alone. */
@SpringBootTest(classes = RealIntake.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerEqualsClockTests {

    private static final Region PLACE = new Region("140500");
    private static final UUID ENTERPRISE = UUID.randomUUID();
    private static final List<String> ITEMS = List.of("NR", "EE", "WATER");

    @Autowired Submitting submitting;
    @Autowired Accepting accepting;
    @Autowired Examining examining;
    @Autowired DeemAccepted deemAccepted;
    @Autowired Applications applications;
    @Autowired Files files;
    @Autowired Ledgers ledgers;
    @Autowired LogReader log;
    @Autowired SettableClock clock;

    private final Actor applicant = actor(Role.APPLICANT, null);
    private final Actor clerk = actor(Role.CLERK, null);

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry properties) throws IOException {
        String folder = java.nio.file.Files.createTempDirectory("files").toString();
        properties.add("xiangmuzhang.files.directory", () -> folder);
    }

    @BeforeAll
    void know(@Autowired Enterprises enterprises) {
        enterprises.add(
                new Enterprise(
                        ENTERPRISE, PLACE, new SocialCreditCode("91140500MA9DEMA138"), "沁水某能源公司"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theDepartmentsDaysAreThoseThatTheLegalClockCounts(int seed) {
        Random random = new Random(seed);
        UUID application = submit(LocalDate.of(2026, 8, 24).plusDays(random.nextInt(50)));
        accept(application, random);
        while (tasks(application).stream().anyMatch(task -> task.decidedOn() == null)) {
            later(random, 4);
            tasks(application).forEach(task -> examine(task, random));
        }
        awaitConsumers();

        for (TaskView task : tasks(application)) {
            ItemClock legal = applications.clock(task.id()).orElseThrow();
            LocalDate decidedOn = Objects.requireNonNull(legal.decidedOn());
            TimeLedger ledger = ledgers.ofTask(task.id()).orElseThrow().ledger();
            int held =
                    ledger.days(Autumn.CALENDAR, legal.acceptedOn(), decidedOn)
                            .getOrDefault(Holder.department(task.department()), 0);
            assertThat(held)
                    .isEqualTo(
                            Autumn.CALENDAR.used(
                                    legal.acceptedOn(),
                                    decidedOn,
                                    TimeLimit.Unit.WORKING_DAYS,
                                    legal.pauses()));
            assertThat(ledger.days(Autumn.CALENDAR, decidedOn).values())
                    .satisfies(
                            days ->
                                    assertThat(days.stream().mapToInt(one -> one).sum())
                                            .isEqualTo(
                                                    Autumn.CALENDAR.between(
                                                            ledger.receivedOn(), decidedOn)));
        }
    }

    private UUID submit(LocalDate on) {
        clock.set(on);
        UUID id = UUID.randomUUID();
        submitting.submit(
                new SubmitApplication(
                        id,
                        PLACE,
                        ENTERPRISE,
                        null,
                        ITEMS.stream()
                                .map(code -> new SubmitApplication.AskedItem(code, Mode.FORMAL))
                                .toList(),
                        ITEMS.stream().map(this::material).toList(),
                        null,
                        null),
                applicant);
        return id;
    }

    private void accept(UUID application, Random random) {
        int course = random.nextInt(3);
        if (course == 0) {
            clock.set(today().plusDays(20));
            assertThat(deemAccepted.run()).isEqualTo(1);
            return;
        }
        later(random, 2);
        if (course == 1) {
            accepting.noticeCorrection(
                    application, List.of("EE-1"), "缺少环评附图", version -> {}, clerk);
            later(random, 9);
            submitting.supply(application, List.of(material("EE")), version -> {}, applicant);
            later(random, 2);
        }
        accepting.accept(application, version -> {}, clerk);
    }

    private void examine(TaskView task, Random random) {
        Actor approver = actor(Role.APPROVER, task.department());
        int dice = random.nextInt(10);
        if (task.state().equals("PAUSED") && dice < 5) {
            examining.endProcedure(task.id(), null, version -> {}, approver);
        } else if (task.state().equals("IN_DEPARTMENT") && dice < 2) {
            examining.decide(
                    task.id(),
                    new Verdict(Outcome.APPROVED, null, null, null),
                    version -> {},
                    approver);
        } else if (task.state().equals("IN_DEPARTMENT") && dice < 5 && !endedToday(task)) {
            SpecialProcedure[] kinds = SpecialProcedure.values();
            examining.beginProcedure(
                    task.id(),
                    kinds[random.nextInt(kinds.length)],
                    today().plusDays(7),
                    version -> {},
                    approver);
        }
    }

    private boolean endedToday(TaskView task) {
        return applications.clock(task.id()).orElseThrow().pauses().stream()
                .anyMatch(pause -> !pause.last().isBefore(today()));
    }

    private GivenMaterial material(String item) {
        byte[] text = ("材料" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        return new GivenMaterial(
                item + "-1",
                files.store(PLACE, applicant, "材料.txt", new ByteArrayInputStream(text)).id());
    }

    private List<TaskView> tasks(UUID application) {
        return applications.byId(application).orElseThrow().tasks();
    }

    private void later(Random random, int atMost) {
        clock.set(today().plusDays(random.nextInt(atMost + 1)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private void awaitConsumers() {
        Await.settled(log);
    }

    private static Actor actor(Role role, @Nullable String department) {
        return new Actor(
                UUID.randomUUID(),
                role,
                PLACE,
                department,
                role == Role.APPLICANT ? ENTERPRISE : null);
    }
}
