package org.xiangmuzhang.catalog.domain;

import java.util.List;

/** Tables with faults: none of them was taken. */
public final class TablesRefused extends RuntimeException {

    private final List<Fault> faults;

    public TablesRefused(List<Fault> faults) {
        super(faults.size() + " faults, first: " + faults.getFirst());
        this.faults = List.copyOf(faults);
    }

    /** Every fault that was found, by table and line; at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
