package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One going over of an application by the rules, with the answers that it saw.
 *
 * @param setBy place whose version of the rules it was, or null: what was shipped
 * @param answers sealed texts that hold the answers, in their order
 */
@ValueObject
public record Check(
        UUID id,
        UUID application,
        Region region,
        Instant at,
        @Nullable Region setBy,
        int version,
        List<UUID> answers,
        List<ItemCheck> items) {

    public Check {
        answers = List.copyOf(answers);
        items = List.copyOf(items);
    }
}
