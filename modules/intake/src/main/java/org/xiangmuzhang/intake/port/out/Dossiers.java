package org.xiangmuzhang.intake.port.out;

import org.xiangmuzhang.intake.domain.dossier.Application;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Correction;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.events.ApplicationPassedOn;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Applications with their items. What is saved stands there as its next version, and may be shown
 * without being read again. Whoever saves a version that is no longer the last one is refused with
 * {@code changed-meanwhile}.
 */
public interface Dossiers {

    /** Refuses an id that is taken: {@code application-exists}. */
    void add(Dossier dossier);

    Optional<Dossier> byId(UUID application);

    /** In the order of their ids, which is that of their receipt. */
    List<Dossier> byIds(Collection<UUID> applications);

    Optional<Dossier> ofTask(UUID task);

    /** As {@link #byId}, and nobody else changes it before the transaction ends. */
    Dossier locked(UUID application);

    /** Without what was handed in. */
    void save(Application application);

    /** With what was handed in since. */
    void saveWithMaterials(Application application);

    /** Keeps the due dates of the calendar beside them, for the order of desks. */
    void save(Collection<Task> tasks, WorkingDays calendar);

    /**
     * Writes the item that stands in a wrong one's place; {@link #save} leaves items as they are.
     */
    void mend(Task task);

    /** Keeps that a text stands in an application, and who wrote it. */
    void wrote(ApplicationHead application, UUID author, UUID remark);

    /** Keeps a correction notice that another one follows. */
    void add(ApplicationHead application, Correction earlier);

    /** Correction notices that others followed, the first one first. */
    List<Correction> earlierNotices(UUID application);

    /**
     * Keeps every application of an enterprise that is merged away as the kept one's, each in a new
     * version; tells of each, the oldest first.
     */
    List<ApplicationPassedOn> passOn(UUID dissolved, UUID kept, LocalDate on);

    /** Applications of a project, oldest first. */
    List<Dossier> ofProject(UUID project);

    /** Received by that day and still in silence; locked, those locked by others left out. */
    List<UUID> silentSince(LocalDate receivedBy, int limit);

    /** Applications of a project with an item that waits for the condition, oldest first. */
    List<UUID> waitingFor(UUID project, String condition);
}
