package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * How far an item has come, as a fact.
 *
 * @param state RUNNING, PAUSED, SIMULATED (reviewed, waiting for its condition), DONE or ELSEWHERE
 * @param start the day on which it began
 * @param finish the day it was done; of a running item the day it is promised for
 * @param simulated what runs is a simulated review: its condition binds the formal result only
 */
public record Progress(
        State state, LocalDate start, @Nullable LocalDate finish, boolean simulated) {

    /** The states an item takes in a plan. */
    public enum State {
        PLANNED,
        RUNNING,
        PAUSED,
        SIMULATED,
        DONE,
        ELSEWHERE,
        REPLACED,
        DROPPED;

        public boolean isDone() {
            return this == DONE || this == ELSEWHERE;
        }
    }

    /** An act of the platform or of another context, done on one day. */
    public static Progress done(LocalDate on) {
        return new Progress(State.DONE, on, on, false);
    }

    /** Decided outside the platform. */
    public static Progress elsewhere(LocalDate on) {
        return new Progress(State.ELSEWHERE, on, on, false);
    }

    public static Progress decided(LocalDate start, LocalDate on) {
        return new Progress(State.DONE, start, on, false);
    }

    public static Progress running(LocalDate start, LocalDate promised) {
        return new Progress(State.RUNNING, start, promised, false);
    }

    public static Progress paused(LocalDate start, LocalDate promised) {
        return new Progress(State.PAUSED, start, promised, false);
    }

    public static Progress inSimulation(LocalDate start, LocalDate expected) {
        return new Progress(State.RUNNING, start, expected, true);
    }

    /** Reviewed well; the formal result waits for its condition. */
    public static Progress preApproved(LocalDate start) {
        return new Progress(State.SIMULATED, start, null, true);
    }
}
