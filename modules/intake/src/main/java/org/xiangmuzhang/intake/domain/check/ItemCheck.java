package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * What was found about one item.
 *
 * @param grade of the enterprise's credit, or null when none is known
 */
@ValueObject
public record ItemCheck(
        UUID task,
        String item,
        String department,
        @Nullable String grade,
        Depth depth,
        List<Finding> findings) {

    public ItemCheck {
        findings = List.copyOf(findings);
    }
}
