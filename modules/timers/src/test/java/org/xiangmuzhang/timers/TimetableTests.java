package org.xiangmuzhang.timers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

class TimetableTests {

    private final TimersConfiguration timers = new TimersConfiguration();
    private final DataSource database = TestDatabase.fresh();
    private final Semaphore runs = new Semaphore(0);
    private final Semaphore goOn = new Semaphore(1);
    private Scheduler scheduler;
    private Timetable timetable;

    @BeforeEach
    void start() {
        RecurringWork hourly =
                new RecurringWork(
                        "test.hourly",
                        Duration.ofHours(1),
                        () -> {
                            runs.release();
                            goOn.acquireUninterruptibly();
                            goOn.release();
                        });
        scheduler =
                timers.scheduler(
                        new JdbcTemplate(database),
                        List.of(hourly),
                        new StaticListableBeanFactory().getBeanProvider(SharedLead.class),
                        new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class));
        timetable = timers.timetable(scheduler);
        timetable.soon("test.nobody");
        scheduler.start();
    }

    @AfterEach
    void stop() {
        scheduler.stop();
    }

    @Test
    void workWantedSoonDoesNotWaitForItsTurn() throws Exception {
        assertThat(hasRun()).isTrue();

        timetable.soon("test.hourly");

        assertThat(hasRun()).isTrue();
    }

    @Test
    void workThatIsBeingDoneIsDoneOnceMore() throws Exception {
        goOn.acquire();
        assertThat(hasRun()).isTrue();
        timetable.soon("test.hourly");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::wishHadToWait);
        goOn.release();

        assertThat(hasRun()).isTrue();
    }

    private boolean wishHadToWait() {
        return JdbcClient.create(database)
                        .sql(
                                """
                                select count(*) from timers.scheduled_tasks
                                 where task_name = 'timers.wish' and last_success is not null
                                """)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean hasRun() throws InterruptedException {
        return runs.tryAcquire(60, TimeUnit.SECONDS);
    }
}
