package org.xiangmuzhang.steward.adapter.in.events;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.eventlog.Batches;
import org.xiangmuzhang.steward.port.in.PlanDrawing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a batch of events makes happen to projects: first what they have to be told, then one plan
 * for each. Project after project in the order in which others hold them too.
 */
@Component
class InTurn {

    private final Batches batches;
    private final PlanDrawing plans;

    InTurn(Batches batches, PlanDrawing plans) {
        this.batches = batches;
        this.plans = plans;
    }

    void tell(UUID project, Runnable work) {
        Runnable later = batches.later(work);
        batches.gather(Turns.class, Turns::new, turns -> turns.of(project).tell.add(later));
    }

    /** On behalf of the last event that asks for it. */
    void redraw(UUID project, String cause) {
        Runnable later = batches.later(() -> plans.redraw(project, cause));
        batches.gather(Turns.class, Turns::new, turns -> turns.of(project).redraw = later);
    }

    private static final class Turn {
        private final List<Runnable> tell = new ArrayList<>();
        private Runnable redraw = () -> {};
    }

    private static final class Turns implements Batches.Gathered {

        private final SortedMap<UUID, Turn> byProject = new TreeMap<>();

        private Turn of(UUID project) {
            return byProject.computeIfAbsent(project, first -> new Turn());
        }

        @Override
        public void finish() {
            for (Turn turn : byProject.values()) {
                turn.tell.forEach(Runnable::run);
                turn.redraw.run();
            }
        }
    }
}
