package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.steward.domain.plan.Plan;

import java.util.UUID;

/** Something happened; cause is the name of the event. Nothing is said when nothing moved. */
@Command
public record RedrawPlan(@Association UUID project, String cause, Plan plan) {}
