package org.xiangmuzhang.timers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xiangmuzhang.database.TestDatabase;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

class TimetableTests {

    private final TimersConfiguration timers = new TimersConfiguration();

    @Test
    void workWantedSoonDoesNotWaitForItsTurn() throws Exception {
        Semaphore runs = new Semaphore(0);
        RecurringWork hourly = new RecurringWork("test.hourly", Duration.ofHours(1), runs::release);
        Scheduler scheduler =
                timers.scheduler(
                        new JdbcTemplate(TestDatabase.fresh()),
                        List.of(hourly),
                        new StaticListableBeanFactory().getBeanProvider(SharedLead.class));
        Timetable timetable = timers.timetable(scheduler);
        timetable.soon("test.hourly");
        timetable.soon("test.nobody");
        scheduler.start();
        try {
            assertThat(runs.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            boolean again = false;
            for (int asked = 0; asked < 6 && !again; asked++) {
                timetable.soon("test.hourly");
                again = runs.tryAcquire(10, TimeUnit.SECONDS);
            }
            assertThat(again).isTrue();
        } finally {
            scheduler.stop();
        }
    }
}
