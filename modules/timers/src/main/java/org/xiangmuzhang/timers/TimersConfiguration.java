package org.xiangmuzhang.timers;

import static com.github.kagkarlsson.scheduler.task.schedule.FixedDelay.of;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

@Configuration(proxyBeanMethods = false)
class TimersConfiguration {

    @Bean
    DomainClock clock() {
        return new DomainClock(InstantSource.system());
    }

    @Bean(destroyMethod = "")
    Scheduler scheduler(JdbcTemplate migrated, List<RecurringWork> works) {
        DataSource dataSource = Objects.requireNonNull(migrated.getDataSource());
        List<RecurringTask<Void>> tasks = works.stream().map(TimersConfiguration::task).toList();
        return Scheduler.create(dataSource)
                .tableName("timers.scheduled_tasks")
                .startTasks(tasks)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(5))
                .build();
    }

    @Bean
    Timetable timetable(Scheduler scheduler) {
        return new SchedulerTimetable(scheduler, InstantSource.system());
    }

    /** Starts the timers after everything else and stops them first. */
    @Bean
    SmartLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                scheduler.start();
                running = true;
            }

            @Override
            public void stop() {
                scheduler.stop();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }

    private static RecurringTask<Void> task(RecurringWork work) {
        return Tasks.recurring(work.name(), of(work.every()))
                .execute((instance, context) -> work.run().run());
    }
}
