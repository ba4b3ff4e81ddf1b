package org.xiangmuzhang.intake.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A simulated review ended well: a pre-approval without legal effect, pinned to what it relied on.
 * Planning conditions: their version when the project had one parcel, else null; parcels: all.
 */
@EventType(name = "intake.simulation-pre-approved")
public record SimulationPreApproved(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        LocalDate on,
        String documentNumber,
        List<String> waitingFor,
        @Nullable Integer planningConditions,
        List<PinnedMaterial> materials,
        List<PinnedParcel> parcels)
        implements LoggedEvent {

    public SimulationPreApproved {
        parcels = Objects.requireNonNullElse(parcels, List.of());
    }

    /** The version of a material by its content hash (SHA-256, hex). */
    public record PinnedMaterial(String material, String sha256) {}

    /** The version of the planning conditions of a parcel. */
    public record PinnedParcel(UUID parcel, int planningConditions) {}

    @Override
    public UUID subject() {
        return application;
    }
}
