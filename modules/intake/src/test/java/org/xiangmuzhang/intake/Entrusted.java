package org.xiangmuzhang.intake;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.spi.Mandates;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Mandates as a test signs them, one per steward. */
final class Entrusted implements Mandates {

    private record Mandate(UUID id, UUID enterprise, UUID project, Set<Act> acts) {}

    private final Map<UUID, Mandate> mandates = new ConcurrentHashMap<>();

    UUID sign(UUID steward, UUID enterprise, UUID project, Act... acts) {
        Mandate signed = new Mandate(UUID.randomUUID(), enterprise, project, Set.of(acts));
        mandates.put(steward, signed);
        return signed.id();
    }

    @Override
    public Optional<UUID> covering(
            UUID steward, UUID enterprise, @Nullable UUID project, Act act, LocalDate on) {
        return Optional.ofNullable(mandates.get(steward))
                .filter(mandate -> mandate.enterprise().equals(enterprise))
                .filter(mandate -> mandate.project().equals(project))
                .filter(mandate -> mandate.acts().contains(act))
                .map(Mandate::id);
    }
}
