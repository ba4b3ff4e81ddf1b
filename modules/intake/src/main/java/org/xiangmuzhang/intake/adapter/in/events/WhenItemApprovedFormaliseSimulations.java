package org.xiangmuzhang.intake.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.eventlog.Batches;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.SimulationFormalised;
import org.xiangmuzhang.intake.port.in.Formalising;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What was approved here is a condition that simulated items of the project waited for. */
@Component
@ProcessingGroup("intake.simulations")
public class WhenItemApprovedFormaliseSimulations {

    private final Batches batches;
    private final Formalising formalising;

    WhenItemApprovedFormaliseSimulations(Batches batches, Formalising formalising) {
        this.batches = batches;
        this.formalising = formalising;
    }

    @EventHandler
    void on(ItemDecided event) {
        if (event.project() != null && !event.outcome().equals("REJECTED")) {
            approved(event.region(), event.project(), event.itemCode(), event.decidedOn());
        }
    }

    @EventHandler
    void on(SimulationFormalised event) {
        if (event.project() != null) {
            approved(event.region(), event.project(), event.itemCode(), event.decidedOn());
        }
    }

    private void approved(Region region, UUID project, String itemCode, LocalDate on) {
        Runnable formalise =
                batches.later(() -> formalising.itemApproved(region, project, itemCode, on));
        batches.gather(Approved.class, Approved::new, approved -> approved.add(project, formalise));
    }

    /** In the order of projects, in which others hold them too. */
    private static final class Approved implements Batches.Gathered {

        private final SortedMap<UUID, List<Runnable>> byProject = new TreeMap<>();

        private void add(UUID project, Runnable formalise) {
            byProject.computeIfAbsent(project, first -> new ArrayList<>()).add(formalise);
        }

        @Override
        public void finish() {
            byProject.values().stream().flatMap(List::stream).forEach(Runnable::run);
        }
    }
}
