package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.Service;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskState;

import java.util.List;
import java.util.Objects;

/**
 * The fifteen states that the construction platforms exchange: 1 received, 2 withdrawn before
 * acceptance, 3 accepted, 4 not ours, 5 refused, 6 correction begins, 7 correction ends, 8 in
 * department, 9 special procedure begins, 10 ends, 11 approved, 12 approved with owed materials, 13
 * rejected, 14 withdrawn, 15 revoked.
 */
@Service
public final class ExchangeState {

    private ExchangeState() {}

    /** The state of an application that is told to the outside. */
    public static int of(Dossier dossier) {
        ApplicationState state = dossier.application().state();
        boolean withDepartments =
                state == ApplicationState.ACCEPTED || state == ApplicationState.DELIVERED;
        return withDepartments ? ofItems(dossier.tasks(), state) : state.exchange();
    }

    private static int ofItems(List<Task> tasks, ApplicationState state) {
        List<Outcome> outcomes =
                tasks.stream()
                        .map(Task::decision)
                        .filter(Objects::nonNull)
                        .map(Decision::outcome)
                        .toList();
        if (outcomes.size() == tasks.size()) {
            if (tasks.stream().anyMatch(task -> task.state() == TaskState.REVOKED)) {
                return 15;
            }
            return outcomes.contains(Outcome.REJECTED)
                    ? 13
                    : outcomes.contains(Outcome.APPROVED_WITH_OWED) ? 12 : 11;
        }
        if (tasks.stream().anyMatch(task -> task.state() == TaskState.PAUSED)) {
            return 9;
        }
        if (tasks.stream()
                .anyMatch(
                        task ->
                                task.state().isOnDesk()
                                        && !task.snapshot().procedures().isEmpty())) {
            return 10;
        }
        boolean touched = tasks.stream().anyMatch(task -> task.state() != TaskState.IN_DEPARTMENT);
        return touched ? 8 : state.exchange();
    }
}
