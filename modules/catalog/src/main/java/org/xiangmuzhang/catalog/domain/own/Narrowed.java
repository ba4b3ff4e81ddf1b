package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a list; null and the empty text narrow nothing.
 *
 * @param text part of the Chinese name or beginning of the code
 */
@ValueObject
public record Narrowed(
        @Nullable Level level, @Nullable String parent, @Nullable String department, String text) {

    public static final Narrowed ALL = new Narrowed(null, null, null, "");
}
