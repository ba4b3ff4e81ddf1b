package org.xiangmuzhang.steward.domain.project;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.MandateNarrowed;
import org.xiangmuzhang.steward.events.MandateSigned;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A signed mandate as far as it reaches now, and the day on which the enterprise took it back or
 * another steward was appointed.
 */
public record Mandate(MandateSigned signed, @Nullable LocalDate revokedOn) {

    Mandate narrowed(MandateNarrowed to) {
        return new Mandate(
                new MandateSigned(
                        signed.project(),
                        signed.region(),
                        signed.mandate(),
                        signed.enterprise(),
                        signed.steward(),
                        to.acts(),
                        to.from(),
                        to.until(),
                        signed.file(),
                        to.stages(),
                        to.items()),
                revokedOn);
    }

    /** Appointed again, the same steward asks for a new one. */
    Mandate ended(LocalDate on) {
        return revokedOn == null ? new Mandate(signed, on) : this;
    }

    MandateScope scope() {
        return MandateScope.of(signed);
    }

    /** Whether it is open on this day and was not stopped. */
    boolean stands(LocalDate on) {
        return scope().isOpenOn(on) && (revokedOn == null || on.isBefore(revokedOn));
    }

    /** Whether this person may do this act about this item, of this stage, on this day. */
    public boolean covers(UUID person, String act, String item, String stage, LocalDate on) {
        return signed.steward().equals(person)
                && stands(on)
                && scope().covers(act, Map.of(item, stage));
    }

    /**
     * The mandate among those of one person that covers an act. Refuses with {@code
     * mandate-outside} when one stands but does not reach so far, {@code mandate-stopped} when the
     * last one ended early, else {@code mandate-missing}.
     *
     * @param stageOfItem the stages of the items that the act is about, by item
     */
    public static UUID covering(
            Collection<Mandate> own, String act, Map<String, String> stageOfItem, LocalDate on) {
        List<Mandate> standing = own.stream().filter(it -> it.stands(on)).toList();
        return standing.stream()
                .filter(it -> it.scope().covers(act, stageOfItem))
                .max(Comparator.comparing(it -> it.signed().until()))
                .map(it -> it.signed().mandate())
                .orElseThrow(() -> refusal(own, !standing.isEmpty(), act, stageOfItem));
    }

    private static Refusal refusal(
            Collection<Mandate> own, boolean stands, String act, Map<String, String> items) {
        if (stands) {
            return Refusal.forbidden(
                    "mandate-outside",
                    act,
                    String.join(", ", items.keySet().stream().sorted().toList()));
        }
        return own.stream()
                .map(Mandate::revokedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(day -> Refusal.forbidden("mandate-stopped", act, day))
                .orElseGet(() -> Refusal.forbidden("mandate-missing", act));
    }
}
