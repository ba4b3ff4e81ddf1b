package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.spi.ProjectPlans;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells intake which projects and items may be applied for, and what was decided elsewhere. */
@Component
@Transactional(readOnly = true)
class PlansForApplicants implements ProjectPlans {

    private final ProjectRegister register;
    private final ProjectLog log;
    private final Catalog catalog;

    PlansForApplicants(ProjectRegister register, ProjectLog log, Catalog catalog) {
        this.register = register;
        this.log = log;
        this.catalog = catalog;
    }

    @Override
    public List<Choice> openTo(Actor actor, LocalDate on, int limit) {
        UUID enterprise = actor.enterprise();
        List<ProjectView> found =
                actor.role() == Role.STEWARD
                        ? register.entrusted(actor.holder(), "SUBMIT", on, limit)
                        : enterprise == null ? List.of() : register.ofEnterprise(enterprise, limit);
        return found.stream().map(PlansForApplicants::choice).toList();
    }

    @Override
    public Optional<Choice> byId(UUID project) {
        return Sight.ALL.during(() -> register.byId(project)).map(PlansForApplicants::choice);
    }

    @Override
    public Optional<Choice> byCode(String code) {
        return Sight.ALL.during(() -> register.byCode(code)).map(PlansForApplicants::choice);
    }

    private static Choice choice(ProjectView project) {
        return new Choice(
                project.id(),
                project.code(),
                project.name(),
                project.region(),
                project.enterprise());
    }

    @Override
    public List<Step> steps(UUID project) {
        Dossier dossier = Sight.ALL.during(() -> log.now(project)).orElse(null);
        if (dossier == null) {
            return List.of();
        }
        Map<String, DecidedElsewhere> elsewhere = dossier.elsewhere();
        PlanDrawn plan = dossier.plan();
        if (plan == null) {
            return catalog
                    .projectType(dossier.registered().region(), dossier.registered().projectType())
                    .map(ProjectType::items)
                    .orElse(List.of())
                    .stream()
                    .map(need -> step(need.item().code(), "PLANNED", List.of(), elsewhere))
                    .toList();
        }
        return plan.steps().stream()
                .map(
                        step ->
                                step(
                                        step.itemCode(),
                                        step.state(),
                                        plan.edges().stream()
                                                .filter(edge -> edge.to().equals(step.itemCode()))
                                                .map(PlanDrawn.Edge::from)
                                                .distinct()
                                                .toList(),
                                        elsewhere))
                .toList();
    }

    private static Step step(
            String code,
            String state,
            List<String> before,
            Map<String, DecidedElsewhere> elsewhere) {
        DecidedElsewhere known = elsewhere.get(code);
        return new Step(
                code,
                known == null ? state : "ELSEWHERE",
                before,
                known == null
                        ? null
                        : new Elsewhere(
                                known.documentNumber(), known.decidedOn(), known.verifiedOn()));
    }
}
