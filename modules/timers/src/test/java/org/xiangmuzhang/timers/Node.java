package org.xiangmuzhang.timers;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

/** A node with one recurring work, which notes the day on which it runs. */
final class Node implements AutoCloseable {

    /** What the turns on all nodes saw. */
    static final class Diary {

        final List<LocalDate> days = new CopyOnWriteArrayList<>();
        volatile Runnable during = () -> {};
    }

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    Node(DataSource database, Diary diary, String... properties) {
        TestPropertyValues.of(properties).applyTo(context);
        context.getBeanFactory().registerSingleton("database", database);
        context.registerBean(Diary.class, () -> diary);
        context.register(Wiring.class);
        context.refresh();
    }

    /** Where demo users are. */
    static Node practising(DataSource database, Diary diary) {
        return new Node(
                database,
                diary,
                "xiangmuzhang.demo=true",
                "xiangmuzhang.signin.in-application=true");
    }

    boolean hasPracticeClock() {
        return context.getBeanProvider(PracticeClock.class).getIfAvailable() != null;
    }

    PracticeClock practiceClock() {
        return context.getBean(PracticeClock.class);
    }

    LocalDate today() {
        return WorkingDays.today(context.getBean(Clock.class));
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** Whether the work had its first turn and waits for the next. */
    boolean scheduledAgain() {
        return count(
                        "timers.scheduled_tasks where not picked and last_success is not null"
                                + " and execution_time > now()")
                > 0;
    }

    /** How many changes of the scheduler's table wait for another transaction. */
    int changesThatWait() {
        return count(
                "pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query ilike '%scheduled_tasks%'");
    }

    private int count(String rows) {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({TimersConfiguration.class, PracticeClock.class})
    static class Wiring {

        @Bean
        static JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        static PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        static RecurringWork noting(Diary diary, Clock clock) {
            return new RecurringWork(
                    "test.noting",
                    Duration.ofHours(1),
                    () -> {
                        diary.during.run();
                        diary.days.add(WorkingDays.today(clock));
                    });
        }
    }
}
