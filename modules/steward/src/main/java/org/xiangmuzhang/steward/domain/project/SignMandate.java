package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Entrusts the project's steward with acts in the enterprise's name. */
@Command
public record SignMandate(
        @Association UUID project,
        UUID mandate,
        @Nullable UUID enterprise,
        List<String> acts,
        LocalDate from,
        LocalDate until,
        @Nullable UUID file,
        LocalDate today) {}
