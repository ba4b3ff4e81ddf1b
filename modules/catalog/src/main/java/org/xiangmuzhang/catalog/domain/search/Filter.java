package org.xiangmuzhang.catalog.domain.search;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;

/**
 * Which items somebody wants to see; null leaves nothing out.
 *
 * @param theme code of the package 一件事 that joins them
 */
@ValueObject
public record Filter(
        @Nullable Stage stage,
        @Nullable String department,
        @Nullable LifeCycle lifeCycle,
        @Nullable String theme) {

    public static final Filter NONE = new Filter(null, null, null, null);
}
