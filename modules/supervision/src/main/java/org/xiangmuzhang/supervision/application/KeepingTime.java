package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.supervision.domain.Holder;
import org.xiangmuzhang.supervision.domain.LedgerSheet;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.domain.TimeLedger;
import org.xiangmuzhang.supervision.domain.WatchedTask;
import org.xiangmuzhang.supervision.port.out.Ledgers;
import org.xiangmuzhang.supervision.port.out.Lights;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Writes down who holds what, as intake tells it. */
@Service
@Transactional
public class KeepingTime {

    private final Ledgers ledgers;
    private final Lights lights;

    KeepingTime(Ledgers ledgers, Lights lights) {
        this.ledgers = ledgers;
        this.lights = lights;
    }

    /** The window has a new item. */
    public void received(WatchedTask task, LocalDate on) {
        ledgers.keep(new LedgerSheet(task, TimeLedger.received(on)));
    }

    /** The window accepted the item; a simulated one has no legal clock. */
    public void accepted(
            UUID task,
            String mode,
            @Nullable TimeLimit statutory,
            TimeLimit promised,
            LocalDate acceptedOn) {
        LedgerSheet before = sheet(task);
        LedgerSheet after =
                new LedgerSheet(
                        before.task().accepted(mode, statutory, promised),
                        before.ledger()
                                .hold(
                                        acceptedOn.plusDays(1),
                                        Holder.department(before.task().department())));
        ledgers.keep(after);
        if (!mode.equals("SIMULATED")) {
            startClocks(after.task(), acceptedOn);
        }
    }

    /** From this day on the item is with someone else. */
    public void hold(UUID task, LocalDate from, Holder holder) {
        change(task, ledger -> ledger.hold(from, holder));
        lights.touch(task, from);
    }

    /** From this day on the department has it again. */
    public void backToDepartment(UUID task, LocalDate from) {
        hold(task, from, Holder.department(sheet(task).task().department()));
    }

    /** All items of an application that have not ended are with someone else. */
    public void holdAll(UUID application, LocalDate from, Holder holder) {
        for (LedgerSheet sheet : ledgers.ofApplication(application)) {
            if (sheet.ledger().endedOn() == null) {
                hold(sheet.task().id(), from, holder);
            }
        }
    }

    /** The condition came but the item goes on formally: its clocks begin. */
    public void reopened(UUID task, LocalDate acceptedOn) {
        LedgerSheet before = sheet(task);
        WatchedTask formal = before.task();
        TimeLedger ledger = before.ledger();
        if (ledger.holder().kind() == Holder.Kind.WAITING) {
            ledger = ledger.hold(acceptedOn.plusDays(1), Holder.department(formal.department()));
        }
        TimeLimit promised = formal.promised();
        if (promised != null) {
            formal = formal.accepted("FORMAL", formal.statutory(), promised);
            startClocks(formal, acceptedOn);
        }
        ledgers.keep(new LedgerSheet(formal, ledger));
    }

    /** The application was another enterprise's all the time. */
    public void ofEnterprise(UUID application, UUID enterprise) {
        for (LedgerSheet sheet : ledgers.ofApplication(application)) {
            ledgers.keep(new LedgerSheet(sheet.task().ofEnterprise(enterprise), sheet.ledger()));
        }
    }

    /**
     * It was another item all the time: its limits count from the acceptance, and its department
     * has it from the next day on.
     *
     * @param acceptedOn null while the window has it
     */
    public void rectified(
            UUID task,
            String item,
            String department,
            @Nullable TimeLimit statutory,
            TimeLimit promised,
            @Nullable LocalDate acceptedOn,
            LocalDate on) {
        LedgerSheet before = sheet(task);
        WatchedTask right = before.task().rectified(item, department);
        if (acceptedOn == null) {
            ledgers.keep(new LedgerSheet(right, before.ledger()));
            return;
        }
        WatchedTask accepted = right.accepted(right.mode(), statutory, promised);
        ledgers.keep(
                new LedgerSheet(
                        accepted,
                        before.ledger().hold(on.plusDays(1), Holder.department(department))));
        lights.end(task, on);
        startClocks(accepted, acceptedOn);
        lights.touch(task, on);
    }

    /** The item ended on a day that still counts. */
    public void ended(UUID task, LocalDate on, String how) {
        LedgerSheet before = sheet(task);
        ledgers.keep(new LedgerSheet(before.task().ended(how), before.ledger().end(on)));
        lights.end(task, on);
    }

    /** All items of an application that have not ended end with it. */
    public void endedAll(UUID application, LocalDate on, String how) {
        for (LedgerSheet sheet : ledgers.ofApplication(application)) {
            if (sheet.ledger().endedOn() == null) {
                ended(sheet.task().id(), on, how);
            }
        }
    }

    private void startClocks(WatchedTask task, LocalDate acceptedOn) {
        start(task, LimitClock.Kind.STATUTORY, task.statutory(), acceptedOn);
        start(task, LimitClock.Kind.PROMISED, task.promised(), acceptedOn);
    }

    private void start(
            WatchedTask task,
            LimitClock.Kind kind,
            @Nullable TimeLimit limit,
            LocalDate acceptedOn) {
        if (limit != null) {
            lights.start(
                    task.region(), new LimitClock(task.id(), kind, acceptedOn, limit), acceptedOn);
        }
    }

    private void change(UUID task, UnaryOperator<TimeLedger> change) {
        LedgerSheet before = sheet(task);
        ledgers.keep(new LedgerSheet(before.task(), change.apply(before.ledger())));
    }

    private LedgerSheet sheet(UUID task) {
        return ledgers.ofTask(task)
                .orElseThrow(() -> new IllegalStateException("No ledger of item " + task));
    }
}
