package org.xiangmuzhang.supervision.application;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.supervision.domain.LedgerSheet;
import org.xiangmuzhang.supervision.domain.LedgerSummary;
import org.xiangmuzhang.supervision.port.out.Ledgers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking at who held which day. */
@Service
@Transactional(readOnly = true)
public class ReadingLedgers {

    private final Ledgers ledgers;
    private final Catalog catalog;
    private final Watchers watchers;
    private final Clock clock;

    ReadingLedgers(Ledgers ledgers, Catalog catalog, Watchers watchers, Clock clock) {
        this.ledgers = ledgers;
        this.catalog = catalog;
        this.watchers = watchers;
        this.clock = clock;
    }

    /** The days of one item. */
    public LedgerSummary.OfTask task(UUID task, Actor actor) {
        return find(task, actor).orElseThrow(() -> Refusal.notFound("ledger-unknown", task));
    }

    /** The days of one item, if it is watched and the actor may see it. */
    public Optional<LedgerSummary.OfTask> find(UUID task, Actor actor) {
        return ledgers.ofTask(task)
                .filter(found -> watchers.maySee(actor, found.task()))
                .map(
                        sheet ->
                                LedgerSummary.OfTask.of(
                                        sheet, catalog.calendar(), WorkingDays.today(clock)));
    }

    /** The days of a project's items that the actor may see; all empty when there is none. */
    public LedgerSummary project(UUID project, Actor actor) {
        List<LedgerSheet> sheets =
                ledgers.ofProject(project).stream()
                        .filter(sheet -> watchers.maySee(actor, sheet.task()))
                        .toList();
        return LedgerSummary.of(sheets, catalog.calendar(), WorkingDays.today(clock));
    }
}
