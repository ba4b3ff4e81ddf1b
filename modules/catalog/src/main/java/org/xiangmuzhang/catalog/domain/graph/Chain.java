package org.xiangmuzhang.catalog.domain.graph;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * Items of which each waits for the one before it.
 *
 * @param items codes in the order of doing
 * @param days their promised days added up; a calendar day counts as a working day
 */
@ValueObject
public record Chain(List<String> items, int days) {

    public Chain {
        items = List.copyOf(items);
    }

    /** Whether the chain leads over the link between these two. */
    public boolean leadsOver(String from, String to) {
        int at = items.indexOf(from);
        return at >= 0 && at + 1 < items.size() && items.get(at + 1).equals(to);
    }
}
