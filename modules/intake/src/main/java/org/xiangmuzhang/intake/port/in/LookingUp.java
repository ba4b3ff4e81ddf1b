package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What each may read: what lies outside is refused as if it did not exist. */
public interface LookingUp {

    ApplicationSheet application(UUID id, Actor actor);

    /** What stood at the end of a receipt of that place on that day. */
    String receiptNote(Region region, LocalDate day);

    /** What of it others may see, without names and papers. */
    ApplicationView view(UUID id, Actor actor);

    TaskSheet task(UUID id, Actor actor);

    /** In the order of their ids; at most {@code limit}, after the application with that id. */
    List<ApplicationLine> applications(
            ApplicationFilter filter, @Nullable UUID after, int limit, Actor actor);

    /** The department's desk by promised due date. */
    List<TaskLine> tasks(TaskFilter filter, int limit, Actor actor);

    /** The content of a material or a result that belongs to an application the actor may see. */
    Document document(UUID application, UUID file, Actor actor);
}
