package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * One point of a correction notice, and what was answered to it.
 *
 * @param text what is wrong with it, or null where it is only missing
 * @param answer in words, or null
 * @param renewed whether its material was handed in after the notice
 */
@ValueObject
public record CorrectionPoint(
        String material, @Nullable UUID text, @Nullable UUID answer, boolean renewed) {

    /** Missing, or wrong in the way that a text tells. */
    public static CorrectionPoint of(String material, @Nullable UUID text) {
        return new CorrectionPoint(material, text, null, false);
    }

    /** With words, with the material, or with both. */
    CorrectionPoint answered(@Nullable UUID words, boolean handedIn) {
        return new CorrectionPoint(material, text, words, handedIn);
    }

    /** Its material has come once more. */
    CorrectionPoint anew() {
        return new CorrectionPoint(material, text, answer, true);
    }

    boolean isOpen() {
        return answer == null && !renewed;
    }
}
