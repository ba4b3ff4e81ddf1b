package org.xiangmuzhang.intake.domain.task;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.TimeLimit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Items as the tests need them. */
public final class Tasks {

    public static final UUID CLERK = UUID.randomUUID();
    public static final UUID APPROVER = UUID.randomUUID();
    static final UUID PARCEL = UUID.randomUUID();
    public static final String LAND = "LAND_RIGHT";

    private Tasks() {}

    public static Task received(Mode mode, boolean waived, TimeLimit limit) {
        return Task.received(
                head(waived, limit), mode, mode == Mode.SIMULATED ? List.of(LAND) : List.of());
    }

    private static TaskHead head(boolean waived, TimeLimit limit) {
        return new TaskHead(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Region("140502"),
                UUID.randomUUID(),
                waived,
                new ItemTerms(
                        "SITE-PREEXAM",
                        "1",
                        "NR",
                        limit,
                        limit,
                        Set.of(
                                SpecialProcedure.PUBLICITY,
                                SpecialProcedure.EXPERT,
                                SpecialProcedure.EVAL),
                        false,
                        List.of("MAT-1", "MAT-2")));
    }

    static Task accepted(Mode mode, LocalDate on) {
        return accepted(mode, on, TimeLimit.workingDays(20));
    }

    static Task accepted(Mode mode, LocalDate on, TimeLimit limit) {
        Task task = received(mode, false, limit);
        task.start(on, CLERK);
        return task;
    }

    static Decision approval(LocalDate on) {
        return new Decision(Outcome.APPROVED, on, APPROVER, "文号1", null, null);
    }

    static Decision rejection(LocalDate on, @Nullable UUID reason) {
        return new Decision(Outcome.REJECTED, on, APPROVER, null, null, reason);
    }

    static PreApproval opinion(LocalDate on) {
        return new PreApproval(on, APPROVER, "预1", null, Map.of(PARCEL, 1), Map.of("MAT-1", "aa"));
    }
}
