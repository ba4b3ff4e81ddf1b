package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.SeeingActs;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Who carries a project, in whose name, and how far. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "a.context.of.its.own=it stops mandates")
class PeopleScenarioTests extends CarriedProjects {

    @Autowired Entrusting entrusting;
    @Autowired SeeingActs acts;
    @Autowired Mandates mandates;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    @Practice("PR-131")
    void mandateIsCheckedByItemStageActAndDayAtEveryActAndEachIsListed() {
        UUID project = begun();
        UUID mandate = signed(project, List.of("SUBMIT", "SUPPLY"), stage(ITEM), List.of(ITEM));

        assertThat(use(project, Act.SUBMIT, ITEM)).isEqualTo(mandate);
        refused(() -> use(project, Act.SUBMIT, ITEM, "EIA-TABLE"), "mandate-outside");
        refused(() -> use(project, Act.SUBMIT, "DRAWING-REVIEW"), "mandate-outside");
        refused(() -> use(project, Act.WITHDRAW, ITEM), "mandate-outside");
        refused(
                () -> mandates.use(deed(steward, project, Act.SUBMIT, today().plusYears(2), ITEM)),
                "mandate-missing");

        assertThat(acts.acts(applicant, project, null, 10))
                .extracting(SeeingActs.Act::refused)
                .containsExactly(
                        "mandate-missing",
                        "mandate-outside",
                        "mandate-outside",
                        "mandate-outside",
                        null);
        assertThat(acts.acts(steward, null, null, 10))
                .isEqualTo(acts.acts(steward, project, null, 10))
                .last()
                .satisfies(
                        done -> {
                            assertThat(done.mandate()).isEqualTo(mandate);
                            assertThat(done.items()).containsExactly(ITEM);
                            assertThat(done.personName()).isEqualTo("李项目");
                        });
    }

    @Test
    void actsAreReadPageByPageAndByThoseWhomTheyConcern() {
        UUID project = begun();
        signed(project, List.of("SUBMIT"), List.of(), List.of());
        UUID first = use(project, Act.SUBMIT, ITEM);
        use(project, Act.SUBMIT, "EIA-TABLE");
        Actor other = hired(Role.STEWARD, "赵旁人", null);
        refused(
                () -> mandates.use(deed(other, project, Act.SUBMIT, today(), ITEM)),
                "mandate-missing");

        List<SeeingActs.Act> all = acts.acts(applicant, project, null, 10);
        assertThat(all).hasSize(3).extracting(SeeingActs.Act::mandate).contains(first);
        assertThat(acts.acts(applicant, project, all.getFirst().id(), 1))
                .containsExactly(all.get(1));
        assertThat(acts.acts(other, project, null, 10)).containsExactly(all.getFirst());
        assertThat(acts.acts(hired(Role.LEADER, "周主任", null), project, null, 10)).isEqualTo(all);
        refused(() -> acts.acts(hired(Role.CLERK, "张窗口", null), project, null, 10), "role-may-not");
        refused(() -> acts.acts(hired(Role.LEADER, "周主任", null), null, null, 10), "role-may-not");
        Actor stranger =
                new Actor(UUID.randomUUID(), Role.APPLICANT, REGION, null, UUID.randomUUID());
        refused(() -> acts.acts(stranger, project, null, 10), "project-unknown");
        assertThat(acts.acts(stranger, null, null, 10)).isEmpty();
    }

    @Test
    void mandateOnlyEverGetsNarrowerAndAtOnce() {
        UUID project = begun();
        UUID mandate =
                signed(project, List.of("SUBMIT", "SUPPLY"), List.of(), List.of(ITEM, "EIA-TABLE"));
        use(project, Act.SUBMIT, "EIA-TABLE");

        refused(() -> narrow(project, mandate, scope(List.of("RECEIVE"), ITEM)), "mandate-wider");
        refused(() -> narrow(project, mandate, scope(List.of("SUBMIT"))), "mandate-wider");
        refused(
                () -> narrow(project, mandate, scope(List.of("SUBMIT"), "NO-ITEM")),
                "item-unknown");
        refused(
                () ->
                        narrow(
                                project,
                                mandate,
                                new Entrusting.Scope(
                                        List.of("SUBMIT"),
                                        today(),
                                        today().plusYears(2),
                                        List.of(),
                                        List.of(ITEM))),
                "mandate-wider");
        refused(
                () ->
                        narrow(
                                project,
                                mandate,
                                scope(List.of("SUBMIT", "SUPPLY"), ITEM, "EIA-TABLE")),
                "mandate-not-narrower");
        refused(
                () ->
                        entrusting.narrow(
                                steward,
                                project,
                                -1,
                                mandate,
                                scope(List.of("SUBMIT"), ITEM),
                                "自作主张"),
                "role-may-not");

        narrow(project, mandate, scope(List.of("SUBMIT"), ITEM));

        assertThat(use(project, Act.SUBMIT, ITEM)).isEqualTo(mandate);
        refused(() -> use(project, Act.SUBMIT, "EIA-TABLE"), "mandate-outside");
        refused(() -> use(project, Act.SUPPLY, ITEM), "mandate-outside");
        assertThat(mandates.covering(steward.person(), enterprise, project, Act.SUPPLY, today()))
                .isEmpty();
        assertThat(watching.project(applicant, project, null).mandates())
                .singleElement()
                .satisfies(it -> assertThat(it.items()).containsExactly(ITEM));
        assertThat(timeline(project, steward))
                .filteredOn(it -> it.event().equals("steward.mandate-narrowed"))
                .singleElement()
                .satisfies(it -> assertThat(it.why()).isEqualTo("只办选址"));
    }

    @Test
    void mandateStoppedBetweenRequestAndActStopsTheActAndNothingElseIsLost() throws Exception {
        UUID project = begun();
        UUID mandate = signed(project, List.of("SUBMIT"), List.of(), List.of());
        CompletableFuture<UUID> act = new CompletableFuture<>();

        transaction.executeWithoutResult(
                status -> {
                    entrusting.revoke(applicant, project, -1, mandate, "另行委托");
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    act.complete(use(project, Act.SUBMIT, ITEM));
                                } catch (Refusal refused) {
                                    act.completeExceptionally(refused);
                                }
                            });
                    Await.until(() -> waitsForALock());
                });

        assertThatThrownBy(() -> act.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("mandate-stopped");
                            assertThat(refusal.arguments()).containsExactly("SUBMIT", today());
                        });
        assertThat(acts.acts(applicant, project, null, 10))
                .singleElement()
                .satisfies(tried -> assertThat(tried.refused()).isEqualTo("mandate-stopped"));
    }

    @Test
    void mandateSignedForAnEarlierChargeDoesNotReviveWhenTheStewardComesBack() {
        UUID project = begun();
        UUID early = signed(project, List.of("SUBMIT"), List.of(), List.of());
        Actor other = hired(Role.STEWARD, "王接手", null);
        registering.appoint(steward, project, -1, other.person(), null);
        assertThat(watching.project(applicant, project, null).mandates())
                .singleElement()
                .satisfies(it -> assertThat(it.revokedOn()).isEqualTo(today()));
        registering.appoint(other, project, -1, steward.person(), null);

        refused(() -> use(project, Act.SUBMIT, ITEM), "mandate-stopped");
        assertThat(mandates.covering(steward.person(), enterprise, project, Act.SUBMIT, today()))
                .isEmpty();
        refused(
                () -> entrusting.revoke(applicant, project, -1, early, "另行委托"),
                "mandate-revoked-already");

        UUID late = signed(project, List.of("SUBMIT"), List.of(), List.of());

        assertThat(use(project, Act.SUBMIT, ITEM)).isEqualTo(late);
    }

    @Test
    void formerStewardDoesNotActWhileAnotherIsBeingAppointed() throws Exception {
        UUID project = begun();
        signed(project, List.of("SUBMIT"), List.of(), List.of());
        Actor other = hired(Role.STEWARD, "王接手", null);
        CompletableFuture<UUID> act = new CompletableFuture<>();

        transaction.executeWithoutResult(
                status -> {
                    registering.appoint(steward, project, -1, other.person(), null);
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    act.complete(use(project, Act.SUBMIT, ITEM));
                                } catch (Refusal refused) {
                                    act.completeExceptionally(refused);
                                }
                            });
                    Await.until(() -> waitsForALock());
                });

        assertThatThrownBy(() -> act.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("mandate-missing"));
    }

    @Test
    void attemptIsKeptThoughWhatItWasPartOfIsUndoneAndAnActGoesWithIt() {
        UUID project = begun();
        signed(project, List.of("SUBMIT"), List.of(), List.of());

        transaction.executeWithoutResult(
                status -> {
                    use(project, Act.SUBMIT, ITEM);
                    refused(() -> use(project, Act.RECEIVE, ITEM), "mandate-outside");
                    status.setRollbackOnly();
                });

        assertThat(acts.acts(applicant, project, null, 10))
                .singleElement()
                .satisfies(tried -> assertThat(tried.act()).isEqualTo("RECEIVE"));
    }

    private boolean waitsForALock() {
        return jdbc.sql(
                        "select exists (select from pg_locks where not granted"
                                + " and locktype in ('tuple', 'transactionid'))")
                .query(Boolean.class)
                .single();
    }

    private List<String> stage(String item) {
        return List.of(item.equals(ITEM) ? "LAND_AND_PROJECT" : "CONSTRUCTION_PERMIT");
    }

    private Entrusting.Scope scope(List<String> asked, String... items) {
        return new Entrusting.Scope(
                asked, today(), today().plusYears(1), List.of(), List.of(items));
    }

    private void narrow(UUID project, UUID mandate, Entrusting.Scope to) {
        entrusting.narrow(applicant, project, -1, mandate, to, "只办选址");
    }

    private UUID signed(UUID project, List<String> asked, List<String> stages, List<String> items) {
        UUID mandate = UUID.randomUUID();
        entrusting.sign(
                applicant,
                project,
                -1,
                new Entrusting.Paper(
                        mandate,
                        new Entrusting.Scope(asked, today(), today().plusYears(1), stages, items),
                        null));
        return mandate;
    }

    private UUID use(UUID project, Act act, String... items) {
        return mandates.use(deed(steward, project, act, today(), items));
    }

    private Mandates.Deed deed(Actor actor, UUID project, Act act, LocalDate on, String... items) {
        return new Mandates.Deed(
                actor, enterprise, project, act, Set.of(items), UUID.randomUUID(), on);
    }

    /** Registered, with a steward. */
}
