package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@SpringBootTest
class OrderTests {

    private static final int WRITERS = 16;
    private static final int EACH = 40;
    private static final int SUBJECTS = 5;

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired LogReader log;
    @Autowired Counts counts;

    @Test
    void sixteenWritersLeaveEverySubjectInItsOrder() throws Exception {
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(SUBJECTS).toList();
        subjects.forEach(
                subject -> jdbc.sql("insert into counter values (?, 0)").param(subject).update());
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> done =
                    IntStream.range(0, WRITERS)
                            .<Future<?>>mapToObj(
                                    writer -> writers.submit(() -> write(writer, subjects)))
                            .toList();
            for (Future<?> one : done) {
                one.get();
            }
        }
        Await.until(log::caughtUp);
        List<Integer> expected =
                IntStream.rangeClosed(1, WRITERS * EACH / SUBJECTS).boxed().toList();
        assertThat(subjects)
                .allSatisfy(subject -> assertThat(counts.of(subject)).isEqualTo(expected));
        assertThat(
                        jdbc.sql("select count(*) from eventlog.token where processor_name = ?")
                                .param("test.counts")
                                .query(Integer.class)
                                .single())
                .isGreaterThan(1);
    }

    private void write(int writer, List<UUID> subjects) {
        for (int i = 0; i < EACH; i++) {
            UUID subject = subjects.get((writer + i) % SUBJECTS);
            transaction.executeWithoutResult(
                    status -> {
                        int number =
                                jdbc.sql(
                                                """
                                                update counter set number = number + 1
                                                where subject = ? returning number
                                                """)
                                        .param(subject)
                                        .query(Integer.class)
                                        .single();
                        events.publishEvent(Counted.of(subject, number));
                    });
        }
    }
}
