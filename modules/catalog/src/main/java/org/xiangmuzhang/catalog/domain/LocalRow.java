package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.Map;

/**
 * How a place has a row in its own way.
 *
 * @param absent the row does not hold there
 * @param fields those that differ; all of them when the parents have no such row; none and not
 *     absent means: as the parents have it
 */
@ValueObject
public record LocalRow(boolean absent, Map<String, String> fields) {

    public LocalRow {
        fields = Map.copyOf(fields);
    }
}
