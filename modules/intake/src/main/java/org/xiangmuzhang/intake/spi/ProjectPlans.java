package org.xiangmuzhang.intake.spi;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of projects and their plans by whoever applies for an item or decides on it. With
 * no implementation: there are no projects.
 */
public interface ProjectPlans {

    /** A project for which applications may be submitted. */
    record Choice(UUID project, String code, String name, Region region, UUID enterprise) {}

    /**
     * An item of a project's plan.
     *
     * @param state PLANNED, RUNNING, PAUSED, SIMULATED, DONE, ELSEWHERE, REPLACED or DROPPED
     * @param before codes of the items that come before it
     * @param elsewhere how it was decided outside the platform (平台外办理), or null
     */
    record Step(String itemCode, String state, List<String> before, @Nullable Elsewhere elsewhere) {

        public Step {
            before = List.copyOf(before);
        }
    }

    /** A decision made outside the platform; verified null: nobody has verified it yet. */
    record Elsewhere(String documentNumber, LocalDate decidedOn, @Nullable LocalDate verifiedOn) {}

    /**
     * The projects that the actor may submit for on that day: an applicant those of its enterprise,
     * a steward those whose mandate says so; the newest first.
     */
    List<Choice> openTo(Actor actor, LocalDate on, int limit);

    /** Name and place of a project, whoever asks. */
    Optional<Choice> byId(UUID project);

    /** The same by its code (GB/T 40058-2021), as it was typed. */
    default Optional<Choice> byCode(String code) {
        return Optional.empty();
    }

    /** Items of the project's plan in its order; before a plan is drawn, those of its type. */
    List<Step> steps(UUID project);

    /** Codes of the items before one that were decided outside the platform. */
    default List<String> elsewhereBefore(UUID project, String itemCode) {
        List<Step> steps = steps(project);
        return steps.stream()
                .filter(step -> step.elsewhere() != null)
                .map(Step::itemCode)
                .filter(
                        code ->
                                steps.stream()
                                        .filter(step -> step.itemCode().equals(itemCode))
                                        .anyMatch(step -> step.before().contains(code)))
                .toList();
    }
}
