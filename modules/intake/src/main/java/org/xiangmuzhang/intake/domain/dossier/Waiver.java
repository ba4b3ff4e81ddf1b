package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.util.UUID;

/** 三免: expert review falls away on the promises of owner and design unit, never on one alone. */
@ValueObject
public record Waiver(UUID ownerPromise, UUID designPromise) {

    public static Waiver of(@Nullable UUID ownerPromise, @Nullable UUID designPromise) {
        if (ownerPromise == null || designPromise == null || ownerPromise.equals(designPromise)) {
            throw Refusal.invalid(
                    "waiver-needs-both-promises",
                    ownerPromise == null ? "/waiver/ownerPromise" : "/waiver/designPromise");
        }
        return new Waiver(ownerPromise, designPromise);
    }
}
