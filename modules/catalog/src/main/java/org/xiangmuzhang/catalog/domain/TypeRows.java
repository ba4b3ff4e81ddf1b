package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/** A type of project and its items in the order of their sequence. */
@ValueObject
record TypeRows(Row type, List<Row> needs) {

    TypeRows {
        needs = List.copyOf(needs);
    }
}
