package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;

import java.time.LocalDate;
import java.util.UUID;

/** Makes one person answer for the project from today. */
@Command
public record AppointSteward(@Association UUID project, UUID steward, LocalDate today) {}
