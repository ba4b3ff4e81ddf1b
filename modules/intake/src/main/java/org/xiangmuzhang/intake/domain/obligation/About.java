package org.xiangmuzhang.intake.domain.obligation;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.task.TaskHead;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/** The item that an obligation belongs to. */
@ValueObject
public record About(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String item,
        String department) {

    public static About of(TaskHead head) {
        return new About(
                head.application(),
                head.region(),
                head.project(),
                head.id(),
                head.terms().code(),
                head.terms().department());
    }
}
