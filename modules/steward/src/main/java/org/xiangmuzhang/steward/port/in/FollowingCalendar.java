package org.xiangmuzhang.steward.port.in;

/** Keeping plans in step with the working calendar. */
public interface FollowingCalendar {

    /** The name of the work that {@link #run} does again and again. */
    String WORK = "steward.plans";

    /**
     * Draws again, each in a transaction of its own, every plan with something left to do that was
     * computed from another calendar than the one in force; how many those were. What is left when
     * it is stopped, or could not be drawn, is drawn at the next run.
     */
    int run();
}
