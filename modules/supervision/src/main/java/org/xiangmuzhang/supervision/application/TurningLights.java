package org.xiangmuzhang.supervision.application;

import static java.util.stream.Collectors.toMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.supervision.domain.LedgerSheet;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.domain.Thresholds;
import org.xiangmuzhang.supervision.domain.Warning;
import org.xiangmuzhang.supervision.domain.WatchedTask;
import org.xiangmuzhang.supervision.events.LightTurned;
import org.xiangmuzhang.supervision.port.out.Ledgers;
import org.xiangmuzhang.supervision.port.out.Lights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Turns the lights of clocks that have come near their limit or past it. Only clocks are read whose
 * day has come, to which something happened, or whose calendar or thresholds are new.
 */
@Service
public class TurningLights {

    /** The name of the work that {@link #sweep} does again and again. */
    public static final String WORK = "supervision.lights";

    private static final int BATCH = 200;

    private final Ledgers ledgers;
    private final Lights lights;
    private final Catalog catalog;
    private final LightThresholds thresholds;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate eachBatch;

    TurningLights(
            Ledgers ledgers,
            Lights lights,
            Catalog catalog,
            LightThresholds thresholds,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ledgers = ledgers;
        this.lights = lights;
        this.catalog = catalog;
        this.thresholds = thresholds;
        this.events = events;
        this.clock = clock;
        this.eachBatch = new TransactionTemplate(transactions);
        this.eachBatch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Reads every clock that is due, in short transactions; how many those were. */
    public int sweep() {
        WorkingDays calendar = catalog.calendar();
        LocalDate today = WorkingDays.today(clock);
        int swept = 0;
        int batch;
        do {
            batch = eachBatch.execute(status -> batch(today, calendar));
            swept += batch;
        } while (batch == BATCH);
        return swept;
    }

    private int batch(LocalDate today, WorkingDays calendar) {
        Map<Region, Thresholds> byPlace =
                lights.places().stream()
                        .collect(toMap(place -> place, place -> thresholds.at(place, today)));
        List<LimitClock> due = lights.due(today, calendar.version(), byPlace, BATCH);
        due.forEach(limit -> read(limit, today, calendar));
        return due.size();
    }

    private void read(LimitClock limit, LocalDate today, WorkingDays calendar) {
        LedgerSheet sheet = ledgers.ofTask(limit.task()).orElseThrow();
        Thresholds held = thresholds.at(sheet.task().region(), today);
        LimitClock.Reading reading = limit.read(sheet.ledger(), today, calendar, held);
        if (reading.light() != lights.lightOf(limit)) {
            turn(sheet.task(), limit, reading, today, calendar);
        }
        lights.read(limit, reading.nextTurn(), calendar.version(), held);
    }

    private void turn(
            WatchedTask task,
            LimitClock limit,
            LimitClock.Reading reading,
            LocalDate today,
            WorkingDays calendar) {
        lights.turn(
                new Warning(
                        task.id(),
                        limit.kind(),
                        task.region(),
                        task.application(),
                        task.project(),
                        task.department(),
                        task.itemCode(),
                        reading.light(),
                        reading.used(),
                        limit.limit(),
                        reading.due(),
                        today,
                        calendar.version()));
        events.publishEvent(
                new LightTurned(
                        task.application(),
                        task.region(),
                        task.project(),
                        task.id(),
                        task.itemCode(),
                        reading.light().name(),
                        reading.light().rule(),
                        limit.kind().name(),
                        reading.used(),
                        limit.limit().days(),
                        limit.limit().unit().name(),
                        reading.due(),
                        today,
                        calendar.version()));
    }
}
