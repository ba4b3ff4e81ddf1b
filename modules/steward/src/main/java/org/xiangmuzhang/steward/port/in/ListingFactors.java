package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * 要素清单: land, energy, water, environmental capacity, capital, labour and documents of a project.
 * Its steward lists them, the department that supplies one says how far it is. Whoever may see the
 * project reads the list.
 */
public interface ListingFactors {

    /** What is needed: LAND, ENERGY, WATER, ENVIRONMENT, CAPITAL, LABOUR or DOCUMENTS. */
    enum Kind {
        LAND,
        ENERGY,
        WATER,
        ENVIRONMENT,
        CAPITAL,
        LABOUR,
        DOCUMENTS
    }

    /** How far it is. */
    enum State {
        MISSING,
        PROMISED,
        SUPPLIED,
        DROPPED
    }

    /**
     * A need.
     *
     * @param amount in the unit of the kind: mu, tonnes of standard coal, 10 000 m³, tonnes, 万元,
     *     people, papers; null while nobody knows
     */
    record Need(
            UUID id, Kind kind, @Nullable BigDecimal amount, String department, LocalDate needed) {}

    /** What holds instead; without a day the one before, without a file none. */
    record Move(State state, @Nullable LocalDate needed, @Nullable UUID file) {}

    /**
     * A factor on the list.
     *
     * @param late missing past its day
     * @param soon missing, and called up at the next dispatch
     * @param mayMove whether the reader may say how far it is
     */
    record Sheet(
            UUID id,
            String kind,
            @Nullable BigDecimal amount,
            String department,
            String departmentName,
            LocalDate needed,
            String state,
            @Nullable UUID file,
            @Nullable String fileName,
            boolean late,
            boolean soon,
            boolean mayMove,
            long version) {}

    void list(Actor actor, UUID project, Need need);

    /** Decided on a version, or on whatever there is for a negative one. */
    void move(Actor actor, UUID project, UUID factor, long version, Move move);

    /** By the day on which they are needed. */
    List<Sheet> factors(Actor actor, UUID project, Locale language);

    Fetching.Paper paper(Actor actor, UUID project, UUID factor, UUID file);
}
