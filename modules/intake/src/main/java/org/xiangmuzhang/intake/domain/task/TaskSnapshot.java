package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Mode;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that storage keeps of a task.
 *
 * @param startedOn the day of acceptance, also of a simulated item
 * @param conditions what a simulated item waited for when it was received
 * @param waitingFor those of them that have not come yet
 */
@ValueObject
public record TaskSnapshot(
        TaskHead head,
        Mode mode,
        TaskState state,
        @Nullable LocalDate startedOn,
        @Nullable UUID acceptedBy,
        List<Procedure> procedures,
        List<String> conditions,
        List<String> waitingFor,
        @Nullable PreApproval preApproval,
        @Nullable Decision decision,
        long version) {

    public TaskSnapshot {
        procedures = List.copyOf(procedures);
        conditions = List.copyOf(conditions);
        waitingFor = List.copyOf(waitingFor);
    }

    static TaskSnapshot received(TaskHead head, Mode mode, List<String> conditions) {
        return new TaskSnapshot(
                head,
                mode,
                TaskState.RECEIVED,
                null,
                null,
                List.of(),
                conditions,
                conditions,
                null,
                null,
                0);
    }
}
