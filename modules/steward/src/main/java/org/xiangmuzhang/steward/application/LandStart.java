package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.port.in.AdviceSheet.Named;
import org.xiangmuzhang.steward.port.in.LandStartSheet;
import org.xiangmuzhang.steward.port.in.StartingOnLand;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What waits, by intake as it stands; what became of the rest, by the log. */
@Component("steward.landStart")
class LandStart implements StartingOnLand {

    private static final String LAND_RIGHT = "LAND_RIGHT";
    private static final String ITEM = "ITEM:";
    private static final Set<String> OPEN = Set.of("IN_DEPARTMENT", "PAUSED", "PRE_APPROVED");

    private final Access access;
    private final Applications applications;
    private final LandStartLog log;
    private final Catalog catalog;

    LandStart(Access access, Applications applications, LandStartLog log, Catalog catalog) {
        this.access = access;
        this.applications = applications;
        this.log = log;
        this.catalog = catalog;
    }

    @Override
    @Transactional(readOnly = true)
    public LandStartSheet documents(Actor actor, UUID project) {
        Region region = access.visible(actor, project).region();
        List<TaskView> simulated =
                Sight.ALL.during(() -> applications.ofProject(project)).stream()
                        .map(ApplicationView::tasks)
                        .flatMap(List::stream)
                        .filter(task -> task.mode() == Mode.SIMULATED)
                        .filter(task -> OPEN.contains(task.state()))
                        .toList();
        Set<String> onLand = onLand(simulated);
        return log.read(
                project,
                simulated.stream()
                        .filter(task -> onLand.contains(task.itemCode()))
                        .map(task -> waiting(region, task))
                        .toList(),
                code -> named(region, code));
    }

    /** Codes of what waits for the land right, by itself or by way of another of them. */
    private static Set<String> onLand(List<TaskView> simulated) {
        Set<String> onLand = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (TaskView task : simulated) {
                more |=
                        task.waitingFor().stream().anyMatch(it -> waitsOnLand(it, onLand))
                                && onLand.add(task.itemCode());
            }
        }
        return onLand;
    }

    private static boolean waitsOnLand(String condition, Set<String> onLand) {
        return condition.equals(LAND_RIGHT)
                || condition.startsWith(ITEM)
                        && (Milestones.isLandRight(condition.substring(ITEM.length()))
                                || onLand.contains(condition.substring(ITEM.length())));
    }

    private LandStartSheet.Waiting waiting(Region region, TaskView task) {
        return new LandStartSheet.Waiting(
                named(region, task.itemCode()),
                task.id(),
                task.state(),
                task.documentNumber(),
                task.waitingFor(),
                task.waitingFor().stream()
                        .filter(it -> it.startsWith(ITEM))
                        .map(it -> named(region, it.substring(ITEM.length())))
                        .toList());
    }

    private Named named(Region region, String code) {
        return catalog.item(region, code)
                .map(item -> new Named(code, item.nameZh(), item.nameEn()))
                .orElse(new Named(code, code, code));
    }
}
