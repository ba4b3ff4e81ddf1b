package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Which version of the working calendar each plan was last computed from. */
public interface PlanCalendars {

    /**
     * What is kept of a project, which nobody else draws a plan for until the transaction ends;
     * null also for a project that there is not.
     */
    @Nullable String held(UUID project);

    /**
     * Notes the calendar, also when the plan it gave was the same as before.
     *
     * @param calendar null when no calendar moves the plan any more
     */
    void keep(UUID project, @Nullable String calendar);

    /**
     * The version that comes next, in the order of text, among those kept; null after the last.
     *
     * @param version empty for the first
     */
    @Nullable String after(String version);

    /** Projects whose plan was computed from this version, by id, after one of them or null. */
    List<UUID> projects(String calendar, @Nullable UUID after, int limit);
}
