package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;

import java.time.LocalDate;
import java.util.UUID;

/** The project's enterprise was merged into another one. That one's already: nothing happens. */
@Command
public record PassProjectOn(@Association UUID project, UUID enterprise, LocalDate today) {}
