package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.xiangmuzhang.eventlog.Batches;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.supervision.application.TimeNotes.Needs;
import org.xiangmuzhang.supervision.domain.Holder;
import org.xiangmuzhang.supervision.domain.LedgerSheet;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.domain.TimeLedger;
import org.xiangmuzhang.supervision.domain.WatchedTask;
import org.xiangmuzhang.supervision.port.out.Ledgers;
import org.xiangmuzhang.supervision.port.out.Lights;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes down who holds what, as intake tells it: what a batch of events tells is gathered, and the
 * sheets that it needs are read and written together.
 */
@Service
public class KeepingTime {

    private final Batches batches;
    private final Ledgers ledgers;
    private final Lights lights;

    KeepingTime(Batches batches, Ledgers ledgers, Lights lights) {
        this.batches = batches;
        this.ledgers = ledgers;
        this.lights = lights;
    }

    private void note(Needs needs, Consumer<TimeBook> entry) {
        batches.gather(
                TimeNotes.class,
                () -> new TimeNotes(ledgers, lights),
                notes -> notes.add(needs, entry));
    }

    private void note(UUID task, Consumer<TimeBook> entry) {
        note(Needs.task(task), entry);
    }

    /** The window has a new item. */
    public void received(WatchedTask task, LocalDate on) {
        note(Needs.NOTHING, book -> book.keep(new LedgerSheet(task, TimeLedger.received(on))));
    }

    /** The window accepted the item; a simulated one has no legal clock. */
    public void accepted(
            UUID task,
            String mode,
            @Nullable TimeLimit statutory,
            TimeLimit promised,
            LocalDate acceptedOn) {
        note(task, book -> accepted(book, task, mode, statutory, promised, acceptedOn));
    }

    private static void accepted(
            TimeBook book,
            UUID task,
            String mode,
            @Nullable TimeLimit statutory,
            TimeLimit promised,
            LocalDate acceptedOn) {
        LedgerSheet before = book.sheet(task);
        LedgerSheet after =
                new LedgerSheet(
                        before.task().accepted(mode, statutory, promised),
                        before.ledger()
                                .hold(
                                        acceptedOn.plusDays(1),
                                        Holder.department(before.task().department())));
        book.keep(after);
        if (!mode.equals("SIMULATED")) {
            startClocks(book, after.task(), acceptedOn);
        }
    }

    /** From this day on the item is with someone else. */
    public void hold(UUID task, LocalDate from, Holder holder) {
        note(task, book -> hold(book, task, from, holder));
    }

    private static void hold(TimeBook book, UUID task, LocalDate from, Holder holder) {
        LedgerSheet before = book.sheet(task);
        book.keep(new LedgerSheet(before.task(), before.ledger().hold(from, holder)));
        book.touch(task, from);
    }

    /** From this day on the department has it again. */
    public void backToDepartment(UUID task, LocalDate from) {
        note(
                task,
                book ->
                        hold(
                                book,
                                task,
                                from,
                                Holder.department(book.sheet(task).task().department())));
    }

    /** All items of an application that have not ended are with someone else. */
    public void holdAll(UUID application, LocalDate from, Holder holder) {
        note(
                Needs.application(application),
                book -> book.running(application).forEach(task -> hold(book, task, from, holder)));
    }

    /** The condition came but the item goes on formally: its clocks begin. */
    public void reopened(UUID task, LocalDate acceptedOn) {
        note(task, book -> reopened(book, task, acceptedOn));
    }

    private static void reopened(TimeBook book, UUID task, LocalDate acceptedOn) {
        LedgerSheet before = book.sheet(task);
        WatchedTask formal = before.task();
        TimeLedger ledger = before.ledger();
        if (ledger.holder().kind() == Holder.Kind.WAITING) {
            ledger = ledger.hold(acceptedOn.plusDays(1), Holder.department(formal.department()));
        }
        TimeLimit promised = formal.promised();
        if (promised != null) {
            formal = formal.accepted("FORMAL", formal.statutory(), promised);
            startClocks(book, formal, acceptedOn);
        }
        book.keep(new LedgerSheet(formal, ledger));
    }

    /** Whose the application is: it was so all the time, or two enterprises were merged. */
    public void belongs(UUID application, @Nullable UUID project, UUID enterprise) {
        note(
                Needs.application(application),
                book ->
                        book.of(application)
                                .forEach(
                                        sheet ->
                                                book.keep(
                                                        new LedgerSheet(
                                                                sheet.task()
                                                                        .of(project, enterprise),
                                                                sheet.ledger()))));
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
        note(
                task,
                book -> {
                    LedgerSheet before = book.sheet(task);
                    WatchedTask right = before.task().rectified(item, department);
                    if (acceptedOn == null) {
                        book.keep(new LedgerSheet(right, before.ledger()));
                        return;
                    }
                    WatchedTask accepted = right.accepted(right.mode(), statutory, promised);
                    book.keep(
                            new LedgerSheet(
                                    accepted,
                                    before.ledger()
                                            .hold(on.plusDays(1), Holder.department(department))));
                    book.end(task, on);
                    if (!accepted.mode().equals("SIMULATED")) {
                        startClocks(book, accepted, acceptedOn);
                    }
                    book.touch(task, on);
                });
    }

    /** The item ended on a day that still counts. */
    public void ended(UUID task, LocalDate on, String how) {
        note(task, book -> ended(book, task, on, how));
    }

    private static void ended(TimeBook book, UUID task, LocalDate on, String how) {
        LedgerSheet before = book.sheet(task);
        book.keep(new LedgerSheet(before.task().ended(how), before.ledger().end(on)));
        book.end(task, on);
    }

    /** All items of an application that have not ended end with it. */
    public void endedAll(UUID application, LocalDate on, String how) {
        note(
                Needs.application(application),
                book -> book.running(application).forEach(task -> ended(book, task, on, how)));
    }

    private static void startClocks(TimeBook book, WatchedTask task, LocalDate acceptedOn) {
        start(book, task, LimitClock.Kind.STATUTORY, task.statutory(), acceptedOn);
        start(book, task, LimitClock.Kind.PROMISED, task.promised(), acceptedOn);
    }

    private static void start(
            TimeBook book,
            WatchedTask task,
            LimitClock.Kind kind,
            @Nullable TimeLimit limit,
            LocalDate acceptedOn) {
        if (limit != null) {
            book.start(
                    task.region(), new LimitClock(task.id(), kind, acceptedOn, limit), acceptedOn);
        }
    }
}
