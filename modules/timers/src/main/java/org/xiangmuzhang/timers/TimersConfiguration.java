package org.xiangmuzhang.timers;

import static com.github.kagkarlsson.scheduler.task.schedule.FixedDelay.of;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

@Configuration(proxyBeanMethods = false)
class TimersConfiguration {

    @Bean
    DomainClock clock() {
        return new DomainClock(InstantSource.system());
    }

    @Bean(destroyMethod = "")
    Scheduler scheduler(
            JdbcTemplate migrated,
            List<RecurringWork> works,
            ObjectProvider<SharedLead> lead,
            ObjectProvider<MeterRegistry> meters) {
        DataSource dataSource = Objects.requireNonNull(migrated.getDataSource());
        MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        List<RecurringTask<Void>> tasks =
                works.stream().map(work -> task(work, lead, registry)).toList();
        return Scheduler.create(dataSource, SchedulerTimetable.wishes(InstantSource.system()))
                .tableName("timers.scheduled_tasks")
                // by default a node is named for its host, which would ask the network for it
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .startTasks(tasks)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(5))
                // what a dead node had begun is another's within half a minute
                .heartbeatInterval(Duration.ofSeconds(3))
                .missedHeartbeatsLimit(5)
                .enableImmediateExecution()
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

    private static RecurringTask<Void> task(
            RecurringWork work, ObjectProvider<SharedLead> lead, MeterRegistry meters) {
        Timer late =
                Timer.builder("xiangmuzhang.timers.late")
                        .description("How late a turn of recurring work began")
                        .tag("work", work.name())
                        .register(meters);
        return Tasks.recurring(work.name(), of(work.every()))
                .execute(
                        (instance, context) -> {
                            Instant due = context.getExecution().executionTime;
                            late.record(Duration.between(due, InstantSource.system().instant()));
                            lead.ifAvailable(SharedLead::read);
                            work.run().run();
                        });
    }

    /** Only where a clock may be sent forward. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty({"xiangmuzhang.signin.in-application", "xiangmuzhang.demo"})
    static class Practising {

        private static final Duration LONGEST_SWEEP = Duration.ofMinutes(1);

        @Bean
        static SharedLead sharedLead(
                JdbcTemplate migrated, PlatformTransactionManager transactions, DomainClock clock) {
            return new SharedLead(JdbcClient.create(migrated), transactions, clock);
        }

        @Bean
        static ExtraTurns extraTurns(Scheduler scheduler, List<RecurringWork> works) {
            return new ExtraTurns(scheduler, works, InstantSource.system(), LONGEST_SWEEP);
        }

        @Bean
        static Lookout lookout(SharedLead lead) {
            return new Lookout(lead, Duration.ofSeconds(1));
        }
    }
}
