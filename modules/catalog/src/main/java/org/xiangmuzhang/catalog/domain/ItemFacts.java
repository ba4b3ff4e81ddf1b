package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What the template says of an item beyond what plans and applications need.
 *
 * @param basis title of the source of the legal limit; null when there is no such limit or no text
 *     is named for it
 * @param level where it is decided, levels joined with semicolons
 * @param eligibilitySource where it is from that the item may be done by commitment and the like
 * @param regionalEvaluation code of the regional evaluation that may replace it
 */
@ValueObject
public record ItemFacts(
        @Nullable String basis,
        String level,
        String resultKind,
        boolean oneBook,
        @Nullable String regionalEvaluation,
        @Nullable String note,
        String eligibilitySource) {

    static final ItemFacts NONE = new ItemFacts(null, "", "", false, null, null, "");
}
