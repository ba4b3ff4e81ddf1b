package org.xiangmuzhang.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

class PracticeClockTests {

    private static final Actor ADMINISTRATOR = actor(Role.ADMINISTRATOR);

    private final DataSource database = TestDatabase.fresh();
    private final Node.Diary diary = new Node.Diary();

    @Test
    void doesWhatWaitsForTheDayBeforeItAnswers() {
        try (Node node = Node.practising(database, diary)) {
            LocalDate later = node.today().plusDays(30);

            PracticeClock.Now answer = forward(node, later);

            assertThat(answer.today()).isEqualTo(later);
            assertThat(answer.now().getHour()).isEqualTo(9);
            assertThat(node.today()).isEqualTo(later);
            assertThat(diary.days).contains(later);
        }
    }

    @Test
    void nothingRunsBeforeTheCommitAndNothingAtAllWithoutIt() {
        try (Node node = Node.practising(database, diary)) {
            LocalDate today = node.today();
            LocalDate later = today.plusDays(30);

            assertThatThrownBy(
                            () ->
                                    node.transaction()
                                            .executeWithoutResult(
                                                    status -> {
                                                        forward(node, later);
                                                        throw new IllegalStateException("no");
                                                    }))
                    .hasMessage("no");
            assertThat(node.today()).isEqualTo(today);
            assertThat(node.practiceClock().now().aheadSeconds()).isZero();

            node.transaction()
                    .executeWithoutResult(
                            status -> {
                                forward(node, later);
                                assertThat(node.today()).isEqualTo(today);
                                assertThat(diary.days).doesNotContain(later);
                            });
            assertThat(diary.days).contains(later);
        }
    }

    @Test
    void everyNodeHasTheSameTimeAlsoAfterARestart() {
        try (Node one = Node.practising(database, diary);
                Node other = Node.practising(database, diary)) {
            LocalDate later = one.today().plusDays(30);
            forward(one, later);
            await(() -> other.today().equals(later));
        }
        try (Node again = Node.practising(database, diary)) {
            assertThat(again.practiceClock().now().aheadSeconds()).isPositive();
        }
    }

    @Test
    void theWorkRunsOnOneNodeAtATimeAlsoWhenTwoSendTheClock() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        diary.during =
                () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    for (int i = 0; i < 1_000; i++) {
                        Thread.onSpinWait();
                    }
                    running.decrementAndGet();
                };
        try (Node one = Node.practising(database, diary);
                Node other = Node.practising(database, diary)) {
            LocalDate later = one.today().plusDays(30);
            Thread rival = Thread.ofVirtual().start(() -> forward(other, later.plusDays(1)));
            forward(one, later);
            rival.join(Duration.ofMinutes(1));

            assertThat(diary.days).contains(later.plusDays(1));
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void aTurnThatBeganBeforeDoesNotCount() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        diary.during =
                () -> {
                    began.countDown();
                    try {
                        goOn.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                };
        try (Node node = Node.practising(database, diary)) {
            assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();
            LocalDate later = node.today().plusDays(30);
            Thread sending = Thread.ofVirtual().start(() -> forward(node, later));
            await(() -> node.today().equals(later));
            int before = diary.days.size();
            goOn.countDown();
            sending.join(Duration.ofMinutes(1));

            assertThat(diary.days).hasSizeGreaterThanOrEqualTo(before + 2);
        }
    }

    /** Between the scheduler's look and its change another node takes the work, and is done. */
    @Test
    void asksAgainWhenTheWorkIsTakenUnderItsHands() throws Exception {
        try (Node node = Node.practising(database, diary);
                Connection rival = database.getConnection()) {
            await(() -> node.scheduledAgain());
            LocalDate later = node.today().plusDays(30);
            rival.setAutoCommit(false);
            rival.createStatement()
                    .execute("update timers.scheduled_tasks set version = version + 1");
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread sending =
                    Thread.ofVirtual()
                            .uncaughtExceptionHandler((thread, e) -> thrown.set(e))
                            .start(() -> forward(node, later));
            await(() -> node.changesThatWait() > 0);
            rival.commit();
            assertThat(sending.join(Duration.ofMinutes(1))).isTrue();

            assertThat(thrown).hasNullValue();
            assertThat(diary.days).contains(later);
        }
    }

    @Test
    void runsForwardOnlyAndForTheAdministratorOnly() {
        try (Node node = Node.practising(database, diary)) {
            assertThatThrownBy(() -> forward(node, node.today().minusDays(1)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo("clock-runs-forward"));
            PracticeClock.Forward tomorrow = new PracticeClock.Forward(node.today().plusDays(1));
            assertThatThrownBy(() -> node.practiceClock().forward(tomorrow, actor(Role.CLERK)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo("role-may-not"));
        }
    }

    @Test
    void isNotThereWithoutDemoUsersOrWithAnIssuerOutside() {
        try (Node plain = new Node(database, diary);
                Node outer =
                        new Node(
                                database,
                                diary,
                                "xiangmuzhang.demo=true",
                                "xiangmuzhang.signin.in-application=false")) {
            assertThat(plain.hasPracticeClock()).isFalse();
            assertThat(outer.hasPracticeClock()).isFalse();
        }
    }

    private static PracticeClock.Now forward(Node node, LocalDate to) {
        return node.practiceClock().forward(new PracticeClock.Forward(to), ADMINISTRATOR);
    }

    private static Actor actor(Role role) {
        return new Actor(new UUID(0, 1), role, new Region("140502"), null, null);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
