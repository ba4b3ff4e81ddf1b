package org.xiangmuzhang.supervision.port.out;

import org.xiangmuzhang.supervision.domain.LedgerSheet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the time ledger is kept. */
public interface Ledgers {

    Optional<LedgerSheet> ofTask(UUID task);

    /** All items of an application, by id. */
    List<LedgerSheet> ofApplication(UUID application);

    /** All items of a project, oldest first. */
    List<LedgerSheet> ofProject(UUID project);

    /** The sheets of these items, and of all items of these applications. */
    List<LedgerSheet> of(Collection<UUID> tasks, Collection<UUID> applications);

    /** Keeps sheets in place of those before, one of an item. */
    void keep(Collection<LedgerSheet> sheets);
}
