package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.ServiceChosen;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Says how the project is served, and why. */
@Command
public record ChooseService(
        @Association UUID project,
        String kind,
        String way,
        @Nullable UUID helper,
        UUID remark,
        LocalDate today) {

    private static final List<String> KINDS = List.of("PRECISE", "ON_SITE", "WHOLE", "KEY");
    private static final List<String> WAYS =
            List.of("GUIDE", "HELP", "ACT", "JOINT", "ACCOMPANY", "BACKSTOP");

    ServiceChosen decide(Dossier dossier) {
        if (!KINDS.contains(kind)) {
            throw Refusal.invalid("service-kind", "/kind", String.join(", ", KINDS));
        }
        if (!WAYS.contains(way)) {
            throw Refusal.invalid("service-way", "/way", String.join(", ", WAYS));
        }
        if (way.equals("BACKSTOP") && helper == null) {
            throw Refusal.invalid("service-helper", "/helper");
        }
        var own = dossier.registered();
        return new ServiceChosen(own.project(), own.region(), kind, way, helper, today, remark);
    }
}
