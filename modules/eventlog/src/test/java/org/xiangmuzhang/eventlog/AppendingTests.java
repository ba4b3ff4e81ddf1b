package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

@SpringBootTest
class AppendingTests {

    private final UUID subject = UUID.randomUUID();

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired LogReader log;
    @Autowired Counts counts;

    @Test
    void anEventIsReadAsItWasPublished() {
        UUID project = UUID.randomUUID();
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
                            assertThat(entry.metadata()).containsEntry("role", "SYSTEM");
                            assertThat(entry.payloadJson())
                                    .contains("\"number\": 1", "\"region\": \"340100\"");
                        });
        assertThat(log.ofProject(project, 0, 10)).isEqualTo(log.ofSubject(subject, 0, 10));
    }

    @Test
    void aConsumerSeesWhatWasPublishedInItsOrder() throws Exception {
        transaction.executeWithoutResult(
                status -> {
                    events.publishEvent(Counted.of(subject, 1));
                    events.publishEvent(Counted.of(subject, 2));
                });

        Await.until(log::caughtUp);
        assertThat(counts.of(subject)).isEqualTo(List.of(1, 2));
    }

    @Test
    void aThrowAfterTheEventLeavesNoRow() {
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            events.publishEvent(Counted.of(subject, 1));
                                            throw new IllegalArgumentException("changed my mind");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.ofSubject(subject, 0, 10)).isEmpty();
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> events.publishEvent(Counted.of(subject, 1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
