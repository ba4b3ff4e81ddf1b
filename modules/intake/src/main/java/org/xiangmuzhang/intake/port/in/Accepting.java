package org.xiangmuzhang.intake.port.in;

import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.UUID;

/** What the window's clerk does before the departments have it, and after. */
public interface Accepting {

    /**
     * Accepts and hands every item to its department; the clocks count from today.
     *
     * @return it as it stands now
     */
    ApplicationView accept(UUID application, Seen seen, Actor actor);

    /**
     * 容缺受理: accepts though materials are missing that may come later, by the day that their place
     * sets; refuses with the rules of owing.
     *
     * @param owed ids of those materials
     * @return it as it stands now
     */
    ApplicationView acceptOwing(UUID application, List<String> owed, Seen seen, Actor actor);

    /**
     * Accepts several, each as if it were alone: what is refused leaves the others as they are.
     * Refuses all: {@code nothing-chosen}, {@code too-many-chosen}.
     */
    List<Settled> acceptEach(List<ToAccept> applications, Actor actor);

    /**
     * Tells, once, everything that is missing; refuses with {@code second-correction-notice}.
     *
     * @param materials ids of the catalog
     */
    void noticeCorrection(
            UUID application, List<String> materials, String explanation, Seen seen, Actor actor);

    /**
     * The same, with what is wrong with each point. A second notice names only materials that were
     * handed in after the first: what was visible then is refused with {@code
     * second-correction-notice}.
     */
    void noticePoints(
            UUID application, List<PointText> points, String explanation, Seen seen, Actor actor);

    /** Does not accept: not decided here (不受理), or refused (不予受理); always with a reason. */
    void turnAway(UUID application, boolean notOurs, String reason, Seen seen, Actor actor);

    /**
     * Hands over all results together, to the enterprise or to a steward with a mandate.
     *
     * @return it as it stands now
     */
    ApplicationView deliver(UUID application, Seen seen, Actor actor);
}
