package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;

import java.time.LocalDate;
import java.util.UUID;

/** Takes a mandate back from today. */
@Command
public record RevokeMandate(
        @Association UUID project, UUID mandate, UUID remark, LocalDate today) {}
