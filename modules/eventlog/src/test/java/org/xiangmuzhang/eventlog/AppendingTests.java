package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;

import java.util.List;
import java.util.UUID;

@SpringBootTest
class AppendingTests {

    private final UUID subject = UUID.randomUUID();

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired CommandGateway commands;
    @Autowired LogApplication application;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void nobodyActs() {
        application.actor = null;
        MDC.clear();
    }

    @Test
    void anEventIsReadAsItWasPublished() {
        UUID project = UUID.randomUUID();
        Actor actor = new Actor(UUID.randomUUID(), Role.APPROVER, Counted.HERE, "FGW", null);
        application.actor = actor;
        MDC.put("request", "r-1");
        transaction.executeWithoutResult(
                status -> events.publishEvent(new Counted(subject, Counted.HERE, project, 1)));

        assertThat(log.ofSubject(subject, 0, 10))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.type()).isEqualTo("test.counted");
                            assertThat(entry.version()).isEqualTo(1);
                            assertThat(entry.region()).isEqualTo(Counted.HERE);
                            assertThat(entry.project()).isEqualTo(project);
                            assertThat(entry.metadata())
                                    .containsEntry("actor", actor.person().toString())
                                    .containsEntry("role", "APPROVER")
                                    .containsEntry("department", "FGW")
                                    .containsEntry("request", "r-1");
                            assertThat(entry.payloadJson())
                                    .contains("\"number\": 1", "\"region\": \"340100\"");
                        });
        assertThat(log.ofProject(project, 0, 10)).isEqualTo(log.ofSubject(subject, 0, 10));
    }

    @Test
    void thePlatformItselfActsWhereNobodyDoes() {
        transaction.executeWithoutResult(status -> publish(1));
        assertThat(log.ofSubject(subject, 0, 1).getFirst().metadata())
                .containsEntry("role", "SYSTEM")
                .containsEntry("actor", new UUID(0, 0).toString());
    }

    @Test
    void aThrowAfterTheEventLeavesNoRow() {
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            publish(1);
                                            throw new IllegalArgumentException("changed my mind");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.ofSubject(subject, 0, 10)).isEmpty();
    }

    @Test
    void aThrowAfterACommandLeavesNoRow() {
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            commands.sendAndWait(new Basket.Begin(subject));
                                            throw new IllegalArgumentException("changed my mind");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(numbers()).isEmpty();
    }

    /** Whoever appends holds every reader back, so nothing is appended until the very end. */
    @Test
    void commandsOfOneTransactionSeeEachOtherAndAreAppendedLast() {
        transaction.executeWithoutResult(
                status -> {
                    commands.sendAndWait(new Basket.Begin(subject));
                    publish(7);
                    commands.sendAndWait(new Basket.CountOne(subject));
                    assertThat(numbers()).isEmpty();
                    assertThat(marks()).isZero();
                });
        assertThat(numbers()).containsExactly(1, 7, 2);
        commands.sendAndWait(new Basket.CountOne(subject));
        assertThat(numbers()).containsExactly(1, 7, 2, 3);
    }

    /** The second writer finds at its commit that the first one was quicker. */
    @Test
    void ofTwoWhoDecideOnTheSameStateOneIsRefused() {
        commands.sendAndWait(new Basket.Begin(subject));
        TransactionTemplate other = new TransactionTemplate();
        other.setTransactionManager(transaction.getTransactionManager());
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            commands.sendAndWait(new Basket.CountOne(subject));
                                            other.executeWithoutResult(
                                                    inner ->
                                                            commands.sendAndWait(
                                                                    new Basket.CountOne(subject)));
                                        }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> publish(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatASavepointTakesBackWasNotSaid() {
        TransactionTemplate nested = new TransactionTemplate();
        nested.setTransactionManager(transaction.getTransactionManager());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(
                status -> {
                    publish(1);
                    nested.executeWithoutResult(
                            inner -> {
                                publish(2);
                                commands.sendAndWait(new Basket.Begin(subject));
                                inner.setRollbackOnly();
                            });
                    publish(3);
                });
        assertThat(numbers()).containsExactly(1, 3);
    }

    @Test
    void anEventPublishedByTheLastSynchronizationBeforeTheCommitIsAppended() {
        transaction.executeWithoutResult(
                status ->
                        TransactionSynchronizationManager.registerSynchronization(
                                new TransactionSynchronization() {
                                    @Override
                                    public void beforeCommit(boolean readOnly) {
                                        publish(1);
                                    }
                                }));
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void anAggregateIsSourcedFromTheSameLog() {
        commands.sendAndWait(new Basket.Begin(subject));
        commands.sendAndWait(new Basket.CountOne(subject));
        assertThat(numbers()).containsExactly(1, 2);
        assertThat(log.ofSubject(subject, 0, 1).getFirst().metadata())
                .containsEntry("role", "SYSTEM");
    }

    private void publish(int number) {
        events.publishEvent(Counted.of(subject, number));
    }

    /** Marks that hold readers back now. */
    private int marks() {
        return jdbc.sql(
                        """
                        select count(*) from pg_locks
                         where locktype = 'advisory' and classid::bigint >> 16 = 22605
                           and pid = pg_backend_pid()
                        """)
                .query(Integer.class)
                .single();
    }

    private List<Integer> numbers() {
        return log.ofSubject(subject, 0, 100).stream()
                .map(entry -> entry.payloadJson().replaceAll(".*\"number\": (\\d+).*", "$1"))
                .map(Integer::valueOf)
                .toList();
    }
}
