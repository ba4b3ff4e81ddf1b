package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.api.MovedDueDate;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.ReadingMoves;
import org.xiangmuzhang.intake.port.out.DueDates;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Component
@Transactional(readOnly = true)
class MovesByCalendar implements ReadingMoves {

    private final DueDates dueDates;
    private final LookingUp lookingUp;
    private final Regions regions;

    MovesByCalendar(DueDates dueDates, LookingUp lookingUp, Regions regions) {
        this.dueDates = dueDates;
        this.lookingUp = lookingUp;
        this.regions = regions;
    }

    @Override
    public List<MovedDueDate> moves(
            @Nullable String department,
            MovedDueDate.@Nullable Place after,
            int limit,
            Actor actor) {
        actor.mustBe(
                Role.APPROVER, Role.HEAD, Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);
        boolean official = actor.role() == Role.APPROVER || actor.role() == Role.HEAD;
        return dueDates.moves(
                regions.reachOf(actor), official ? actor.department() : department, after, limit);
    }

    @Override
    public List<MovedDueDate> movesOf(UUID application, Actor actor) {
        Set<UUID> seen =
                lookingUp.view(application, actor).tasks().stream()
                        .map(TaskView::id)
                        .collect(Collectors.toSet());
        return dueDates.movesOf(application).stream()
                .filter(move -> seen.contains(move.task()))
                .toList();
    }
}
