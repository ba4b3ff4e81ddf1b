package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Taking over a running project (接管在办项目) from a file of its history, its papers and what was
 * decided about it outside: by its steward, or a clerk of its place.
 */
public interface TakingOver {

    /** How many rows a file has at most. */
    int ROWS = 500;

    /**
     * What the file comes to.
     *
     * @param applied whether it was taken over
     * @param known how many rows were taken over before and are left out
     * @param wrong how many rows have a fault; with any of them nothing is taken over
     */
    record Report(
            UUID project,
            UUID file,
            boolean applied,
            int decisions,
            int history,
            int documents,
            int known,
            int wrong,
            List<Row> rows) {}

    /**
     * A row of it.
     *
     * @param kind DECISION, HISTORY or DOCUMENT, or null when it is none
     * @param known whether it was taken over before, and is not taken again
     */
    record Row(
            int line,
            @Nullable String kind,
            @Nullable String item,
            @Nullable String document,
            @Nullable LocalDate date,
            boolean known,
            List<Fault> faults) {}

    /** What is wrong in which column, by which rule. */
    record Fault(String column, String rule, List<Object> arguments) {}

    /**
     * Looks at the file and changes nothing. Refuses with {@code file-unknown}, {@code
     * spreadsheet-unreadable}, {@code spreadsheet-rows}, {@code takeover-header}, {@code
     * takeover-empty}.
     */
    Report look(Actor actor, UUID project, UUID file);

    /**
     * Takes over every row that was not taken over before, or none. Refuses besides with {@code
     * takeover-faults}, {@code takeover-file-already}, {@code takeover-nothing-new}.
     */
    Report takeOver(Actor actor, UUID project, long version, UUID file);
}
