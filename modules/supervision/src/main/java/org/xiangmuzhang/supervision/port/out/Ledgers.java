package org.xiangmuzhang.supervision.port.out;

import org.xiangmuzhang.supervision.domain.LedgerSheet;

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

    /** Keeps a sheet in place of the one before. */
    void keep(LedgerSheet sheet);
}
