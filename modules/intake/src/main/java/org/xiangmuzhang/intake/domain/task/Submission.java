package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.Service;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.kernel.Refusal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** In which mode an item may be submitted, and what a simulated one waits for. */
@Service
public final class Submission {

    private Submission() {}

    /**
     * The conditions that a simulated item waits for; empty for the other modes.
     *
     * @param pointer JSON pointer of the item in the application
     */
    public static SequencedSet<String> examine(
            Item item, Mode mode, boolean ofProject, List<Unmet> unmet, String pointer) {
        if (item.milestone()) {
            throw Refusal.invalid("milestone-is-no-application", pointer, item.code());
        }
        if (mode == Mode.COMMITMENT && !item.commitment()) {
            throw Refusal.invalid("commitment-not-allowed", pointer + "/mode", item.code());
        }
        if (mode != Mode.SIMULATED) {
            if (!unmet.isEmpty()) {
                throw Refusal.invalid("precondition-not-met", pointer, item.code(), names(unmet));
            }
            return new LinkedHashSet<>();
        }
        if (!item.simulatable()) {
            throw Refusal.invalid("simulation-not-allowed", pointer + "/mode", item.code());
        }
        if (!ofProject) {
            throw Refusal.invalid("simulation-needs-project", "/project", item.code());
        }
        return waitingFor(item, unmet, pointer);
    }

    private static SequencedSet<String> waitingFor(Item item, List<Unmet> unmet, String pointer) {
        List<Unmet> firm = unmet.stream().filter(condition -> !condition.simulatable()).toList();
        if (!firm.isEmpty()) {
            throw Refusal.invalid("precondition-not-met", pointer, item.code(), names(firm));
        }
        SequencedSet<String> conditions = new LinkedHashSet<>();
        unmet.forEach(condition -> conditions.add(condition.condition()));
        if (conditions.contains("ITEM:" + item.code())) {
            throw Refusal.invalid("simulation-waits-for-itself", pointer, item.code());
        }
        if (conditions.isEmpty()) {
            throw Refusal.invalid("nothing-to-simulate", pointer + "/mode", item.code());
        }
        return conditions;
    }

    private static String names(List<Unmet> unmet) {
        return unmet.stream().map(Unmet::condition).collect(Collectors.joining(", "));
    }
}
