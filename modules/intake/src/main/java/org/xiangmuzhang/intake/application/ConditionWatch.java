package org.xiangmuzhang.intake.application;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.intake.application.ObligationBook.LeftBehind;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.task.ConditionsNow;
import org.xiangmuzhang.intake.domain.task.DocumentNumber;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskState;
import org.xiangmuzhang.intake.port.in.Formalising;
import org.xiangmuzhang.intake.port.out.ConditionsMet;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.Serials;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@Component
class ConditionWatch implements Formalising {

    private final CaseFiles files;
    private final ObligationBook book;
    private final Dossiers dossiers;
    private final ConditionsMet conditionsMet;
    private final Serials serials;
    private final Catalog catalog;
    private final ObjectProvider<Preconditions> preconditions;

    ConditionWatch(
            CaseFiles files,
            ObligationBook book,
            Dossiers dossiers,
            ConditionsMet conditionsMet,
            Serials serials,
            Catalog catalog,
            ObjectProvider<Preconditions> preconditions) {
        this.files = files;
        this.book = book;
        this.dossiers = dossiers;
        this.conditionsMet = conditionsMet;
        this.serials = serials;
        this.catalog = catalog;
        this.preconditions = preconditions;
    }

    @Override
    @Transactional
    public void itemApproved(Region region, UUID project, String itemCode, LocalDate on) {
        conditionMet(project, "ITEM:" + itemCode, on);
        catalog.mergedItems(region).stream()
                .filter(merged -> merged.code().equals(itemCode))
                .map(MergedItem::replaces)
                .flatMap(List::stream)
                .forEach(replaced -> conditionMet(project, "ITEM:" + replaced, on));
    }

    @Override
    @Transactional
    public void conditionMet(UUID project, String condition, LocalDate on) {
        met(project, condition, on, false, Map.of());
    }

    @Override
    @Transactional
    public void decidedElsewhere(UUID project, String condition, LocalDate on) {
        met(project, condition, on, true, Map.of());
    }

    @Override
    @Transactional
    public void landRightEstablished(
            UUID project, UUID parcel, LocalDate on, int planningConditions) {
        met(project, Task.LAND_RIGHT, on, false, Map.of(parcel, planningConditions));
    }

    private void met(
            UUID project,
            String condition,
            LocalDate on,
            boolean elsewhere,
            Map<UUID, Integer> cameWith) {
        if (!conditionsMet.note(project, condition, on, elsewhere)) {
            return;
        }
        List<UUID> waiting = dossiers.waitingFor(project, condition);
        if (waiting.isEmpty()) {
            return;
        }
        Map<UUID, Integer> planningConditions = new HashMap<>(planningConditions(project));
        planningConditions.putAll(cameWith);
        Set<String> outside = conditionsMet.elsewhere(project);
        for (UUID application : waiting) {
            Dossier dossier = dossiers.locked(application);
            dossier.tasks().stream()
                    .filter(task -> !task.state().isOver())
                    .forEach(
                            task ->
                                    meet(
                                            dossier,
                                            task,
                                            condition,
                                            on,
                                            planningConditions,
                                            outside));
        }
    }

    private void meet(
            Dossier dossier,
            Task task,
            String condition,
            LocalDate on,
            Map<UUID, Integer> planningConditions,
            Set<String> outside) {
        if (task.meet(condition)) {
            LocalDate today = files.today().isBefore(on) ? on : files.today();
            ConditionsNow now =
                    new ConditionsNow(on, today, planningConditions, outside, dossier.hashes(task));
            LeftBehind left = book.formalised(dossier, task);
            task.settle(now, left.outcome(), () -> number(task, today), files.calendar())
                    .ifPresent(files::tell);
            if (task.state() == TaskState.APPROVED) {
                book.decided(left, Actor.system(task.head().region()).person());
            }
        }
        dossiers.save(List.of(task), files.calendar());
    }

    private String number(Task task, LocalDate today) {
        return DocumentNumber.made(task.head(), today, serials.nextDocument());
    }

    private Map<UUID, Integer> planningConditions(UUID project) {
        Preconditions known = preconditions.getIfAvailable();
        return known == null ? Map.of() : known.planningConditions(project);
    }
}
