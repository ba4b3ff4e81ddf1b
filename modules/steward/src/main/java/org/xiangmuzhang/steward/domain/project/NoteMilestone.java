package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;

import java.time.LocalDate;
import java.util.UUID;

/** The platform saw that a milestone was reached. Reached already, or closed: nothing happens. */
@Command
public record NoteMilestone(@Association UUID project, String itemCode, LocalDate on) {}
