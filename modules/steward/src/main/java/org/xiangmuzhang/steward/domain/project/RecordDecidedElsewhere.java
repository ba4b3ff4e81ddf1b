package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;

import java.time.LocalDate;
import java.util.UUID;

/** Records what was decided outside the platform, or that it was verified again. */
@Command
public record RecordDecidedElsewhere(
        @Association UUID project,
        String itemCode,
        String documentNumber,
        LocalDate decidedOn,
        UUID file,
        LocalDate verifiedOn,
        LocalDate today) {}
