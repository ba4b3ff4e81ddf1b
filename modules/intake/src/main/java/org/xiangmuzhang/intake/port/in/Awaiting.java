package org.xiangmuzhang.intake.port.in;

import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;

/** What waits for an actor now, in a few short lists. */
public interface Awaiting {

    /** Which list it is. */
    enum Kind {
        /** At the window: to accept, or to tell what is missing. */
        ACCEPT,
        /** At the window: supplied after a correction notice. */
        CORRECTED,
        /** At the window: all results are there. */
        DELIVER,
        /** At a department: to decide. */
        DECIDE,
        /** At the enterprise: told what is missing. */
        SUPPLY,
        /** Of the enterprise: on its way. */
        OPEN,
        /** Of the enterprise: delivered within the time that its place has set. */
        RESULTS
    }

    /**
     * One list.
     *
     * @param count how many there are, counted up to a hundred
     * @param applications the first five, of every kind but DECIDE
     * @param tasks the first five of kind DECIDE
     */
    record Queue(Kind kind, int count, List<ApplicationEntry> applications, List<TaskLine> tasks) {}

    /**
     * An application that waits.
     *
     * @param day working days since its receipt
     * @param urgent whether those are many, as the place has it
     * @param noticeDue last day for telling what is missing
     */
    record ApplicationEntry(ApplicationLine line, int day, boolean urgent, LocalDate noticeDue) {}

    /** The lists that are not empty, the most urgent first. */
    List<Queue> of(Actor actor);
}
