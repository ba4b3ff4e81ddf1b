package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.ProjectCode;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Takes a project into the service. Today is the day of registration. */
@Command
public record RegisterProject(
        @Association UUID project,
        Region region,
        ProjectCode code,
        String projectType,
        String typeVersion,
        UUID enterprise,
        @Nullable String industry,
        @Nullable BigDecimal investment,
        LocalDate today) {}
