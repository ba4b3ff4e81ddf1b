package org.xiangmuzhang.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.eventlog.Batches.Gathered;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A batch is finished once, with all that its events have added; who has no batch, at once. */
class GatheringBatchesTests {

    private final GatheringBatches batches = new GatheringBatches(List.of(), null);
    private final List<List<Object>> finished = new ArrayList<>();

    @Test
    void finishesABatchOnceWithAllThatItsEventsAdded() {
        List<EventMessage<?>> events =
                IntStream.range(0, 5)
                        .<EventMessage<?>>mapToObj(GenericEventMessage::asEventMessage)
                        .toList();

        BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(events);
        batch.execute(
                () -> {
                    assertThat(finished).isEmpty();
                    add(batch.getMessage().getPayload());
                });

        assertThat(finished).containsExactly(List.of(0, 1, 2, 3, 4));
    }

    @Test
    void finishesAtOnceWhereThereIsNoBatch() {
        add("one");
        add("another");

        assertThat(finished).containsExactly(List.of("one"), List.of("another"));
    }

    private void add(Object payload) {
        batches.gather(Page.class, Page::new, page -> page.lines.add(payload));
    }

    private final class Page implements Gathered {

        private final List<Object> lines = new ArrayList<>();

        @Override
        public void finish() {
            finished.add(lines);
        }
    }
}
