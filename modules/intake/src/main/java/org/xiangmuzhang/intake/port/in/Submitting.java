package org.xiangmuzhang.intake.port.in;

import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.UUID;

/** What the applicant, or a steward under a mandate, does. */
public interface Submitting {

    /**
     * Receives an application and gives it a number; refusals name the rule and the field, such as
     * {@code precondition-not-met} or {@code mandate-missing}.
     *
     * @return it as it stands now
     */
    ApplicationView submit(SubmitApplication application, Actor actor);

    /** Adds or replaces materials of items that are not decided; answers a correction notice. */
    void supply(UUID application, List<GivenMaterial> materials, Seen seen, Actor actor);

    /**
     * Answers a correction notice point by point: with a material, in words, or with both; refuses
     * with {@code correction-incomplete} when a point is left out.
     */
    void answer(
            UUID application,
            List<GivenMaterial> materials,
            List<PointText> answers,
            Seen seen,
            Actor actor);

    /** Takes the application back before anything in it is decided. */
    void withdraw(UUID application, String reason, Seen seen, Actor actor);
}
