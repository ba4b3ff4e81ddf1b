package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.port.in.FollowingCalendar;
import org.xiangmuzhang.intake.port.out.DueDates;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Goes by what stands beside each date, not by what was told: so it finds also what somebody wrote
 * by the old calendar while the new one came, and begins where it was stopped.
 */
@Component
class DueDatesByCalendar implements FollowingCalendar {

    /** Items per transaction. */
    private static final int BATCH = 200;

    private final DueDates dueDates;
    private final Catalog catalog;
    private final Clock clock;
    private final TransactionTemplate eachBatch;

    DueDatesByCalendar(
            DueDates dueDates,
            Catalog catalog,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.clock = clock;
        this.dueDates = dueDates;
        this.catalog = catalog;
        this.eachBatch = new TransactionTemplate(transactions);
        this.eachBatch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public int run() {
        WorkingDays calendar = catalog.calendar();
        int computed = 0;
        String known = dueDates.calendarAfter("");
        while (known != null) {
            if (!known.equals(calendar.version())) {
                computed += all(known, calendar);
            }
            known = dueDates.calendarAfter(known);
        }
        return computed;
    }

    private int all(String before, WorkingDays calendar) {
        int computed = 0;
        List<Task> batch = some(before, null, calendar);
        while (!batch.isEmpty()) {
            computed += batch.size();
            batch = some(before, batch.getLast().id(), calendar);
        }
        return computed;
    }

    private List<Task> some(String before, @Nullable UUID after, WorkingDays calendar) {
        return eachBatch.execute(
                status -> {
                    List<Task> batch = dueDates.computedFrom(before, after, BATCH);
                    Instant now = clock.instant();
                    batch.forEach(task -> dueDates.compute(task, calendar, now));
                    return batch;
                });
    }
}
