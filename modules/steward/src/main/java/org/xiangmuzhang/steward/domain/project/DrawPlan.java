package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;

import java.time.LocalDate;
import java.util.UUID;

/** A person chose the courses; the plan is what they result in. */
@Command
public record DrawPlan(@Association UUID project, Courses courses, Plan plan, LocalDate today) {}
