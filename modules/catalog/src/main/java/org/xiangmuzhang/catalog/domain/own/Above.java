package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.TimeLimit;

/**
 * What an item stands below: what must be the same in both (四级四同).
 *
 * @param level null for an item of the template
 * @param template code of the template's item that both stand below, or null
 */
@ValueObject
public record Above(
        String code,
        @Nullable Level level,
        Stage stage,
        String kind,
        @Nullable String basis,
        @Nullable TimeLimit statutory,
        @Nullable String template,
        Exclusion exclusion) {}
