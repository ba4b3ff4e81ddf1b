package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.intake.spi.ProjectPlans.Step;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an applicant, or a steward under a mandate, has to know before submitting. */
public interface Preparing {

    /**
     * An item that may be applied for.
     *
     * @param step what the project's plan says of it, or null when it is not in the plan
     */
    record Offered(Item item, @Nullable Step step) {

        /** Whether it was decided already, here or elsewhere. */
        public boolean isDone() {
            return step != null
                    && (step.state().equals("DONE") || step.state().equals("ELSEWHERE"));
        }

        /** Whether an application for it is under way. */
        public boolean isRunning() {
            return step != null && List.of("RUNNING", "PAUSED", "SIMULATED").contains(step.state());
        }
    }

    /**
     * An item that was chosen.
     *
     * @param unmet legal preconditions that are not met yet
     * @param modes in which it may be submitted now; empty when in none
     */
    record Chosen(Item item, List<Unmet> unmet, List<Mode> modes) {}

    /**
     * A paper that one or several items ask for.
     *
     * @param ids the catalog's ids, one for each item that asks for it
     * @param required whether any of the items needs it
     */
    record Paper(List<String> ids, Material material, boolean required, List<String> items) {}

    /** The projects the actor may submit for. */
    List<Choice> projects(Actor actor);

    /** One of them; refuses with {@code project-not-yours}. */
    Choice project(UUID id, Actor actor);

    /**
     * Items to choose from: those whose name or code holds the text, or, when it is empty, those of
     * the project's plan.
     */
    List<Offered> items(Region place, @Nullable UUID project, String text);

    /** What holds for the items of these codes; those that are not listed are left out. */
    List<Chosen> chosen(Region place, @Nullable UUID project, List<String> codes);

    /** What these items ask for, each paper once. */
    List<Paper> papers(List<Item> items);

    /** What a project's plan says of its items; empty without a project. */
    List<Step> steps(@Nullable UUID project);

    /** Name and place of a project. */
    Optional<Choice> named(@Nullable UUID project);
}
