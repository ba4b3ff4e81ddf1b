package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.eventlog.Batches;
import org.xiangmuzhang.supervision.port.out.Ledgers;
import org.xiangmuzhang.supervision.port.out.Lights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What a batch of events has to write into the ledger, in its order. */
final class TimeNotes implements Batches.Gathered {

    /** The sheets that an entry goes on from: of an item, or of all items of an application. */
    record Needs(@Nullable UUID task, @Nullable UUID application) {

        static final Needs NOTHING = new Needs(null, null);

        static Needs task(UUID task) {
            return new Needs(task, null);
        }

        static Needs application(UUID application) {
            return new Needs(null, application);
        }
    }

    private final Ledgers ledgers;
    private final Lights lights;
    private final Set<UUID> tasks = new HashSet<>();
    private final Set<UUID> applications = new HashSet<>();
    private final List<Consumer<TimeBook>> entries = new ArrayList<>();

    TimeNotes(Ledgers ledgers, Lights lights) {
        this.ledgers = ledgers;
        this.lights = lights;
    }

    void add(Needs needs, Consumer<TimeBook> entry) {
        if (needs.task() != null) {
            tasks.add(needs.task());
        }
        if (needs.application() != null) {
            applications.add(needs.application());
        }
        entries.add(entry);
    }

    @Override
    public void finish() {
        TimeBook book = new TimeBook(ledgers.of(tasks, applications));
        entries.forEach(entry -> entry.accept(book));
        ledgers.keep(book.changed());
        lights.change(book.clocks());
    }
}
