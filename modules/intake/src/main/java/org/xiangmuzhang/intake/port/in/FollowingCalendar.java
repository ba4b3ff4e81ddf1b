package org.xiangmuzhang.intake.port.in;

/** Keeping the due dates of running clocks in step with the working calendar. */
public interface FollowingCalendar {

    /** The name of the work that {@link #run} does again and again. */
    String WORK = "intake.due-dates";

    /**
     * Computes again, in short transactions, every due date of a running clock that was computed
     * from another calendar than the one in force; how many those were. What is left when it is
     * stopped is done at the next run.
     */
    int run();
}
