package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;

/** An item with the record of who held it. */
@ValueObject
public record LedgerSheet(WatchedTask task, TimeLedger ledger) {}
