package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** Records that an act which is no application was done. */
@Command
public record ReachMilestone(
        @Association UUID project,
        String itemCode,
        LocalDate on,
        @Nullable UUID proof,
        LocalDate today) {}
