package org.xiangmuzhang.catalog.domain.list;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;
import java.util.Map;

/**
 * One line of a list.
 *
 * @param key unique in the list
 * @param items codes of the items that it is about
 * @param department code of the department that answers for it; empty for a service of the market
 * @param cells by column; an empty cell is missing
 */
@ValueObject
public record ListLine(
        String key,
        String nameZh,
        String nameEn,
        List<String> items,
        String department,
        Map<ListColumn, String> cells) {

    public ListLine {
        items = List.copyOf(items);
        cells = Map.copyOf(cells);
    }

    /** The cell, or the empty text. */
    public String get(ListColumn column) {
        return cells.getOrDefault(column, "");
    }
}
