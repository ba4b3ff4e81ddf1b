package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.events.MandateSigned;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a mandate is for: acts, days, and the stages and items that it is limited to.
 *
 * @param from first day, until: last day; both included
 * @param stages codes, empty for any
 * @param items codes, empty for any
 */
@ValueObject
public record MandateScope(
        Set<String> acts, LocalDate from, LocalDate until, Set<String> stages, Set<String> items) {

    private static final List<String> ACTS = List.of("RECEIVE", "SUBMIT", "SUPPLY", "WITHDRAW");

    public MandateScope {
        acts = Set.copyOf(acts);
        stages = Set.copyOf(stages);
        items = Set.copyOf(items);
    }

    static MandateScope of(MandateSigned signed) {
        return new MandateScope(
                Set.copyOf(signed.acts()),
                signed.from(),
                signed.until(),
                codes(signed.stages()),
                codes(signed.items()));
    }

    private static Set<String> codes(@Nullable List<String> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }

    /** For an event: in order, null for any. */
    static @Nullable List<String> told(Set<String> codes) {
        return codes.isEmpty() ? null : codes.stream().sorted().toList();
    }

    /** Acts that a mandate may cover, days in order, not over yet. */
    void mustBeSound(LocalDate today) {
        if (acts.isEmpty() || !ACTS.containsAll(acts)) {
            throw Refusal.invalid("mandate-acts", "/acts", String.join(", ", ACTS));
        }
        if (until.isBefore(from)) {
            throw Refusal.invalid("mandate-dates", List.of("/from", "/until"), from, until);
        }
        if (until.isBefore(today)) {
            throw Refusal.invalid("mandate-over", "/until", until);
        }
    }

    /** Nothing that the wider one does not cover, and not all that it does. */
    void mustNarrow(MandateScope wider) {
        within(acts, wider.acts, "/acts");
        within(stages, wider.stages, "/stages");
        within(items, wider.items, "/items");
        if (from.isBefore(wider.from) || until.isAfter(wider.until)) {
            throw Refusal.invalid("mandate-wider", List.of("/from", "/until"));
        }
        if (equals(wider)) {
            throw Refusal.conflict("mandate-not-narrower");
        }
    }

    private static void within(Set<String> some, Set<String> all, String pointer) {
        if (!all.isEmpty() && (some.isEmpty() || !all.containsAll(some))) {
            throw Refusal.invalid("mandate-wider", pointer);
        }
    }

    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** The act with every one of these items, whose stages are told by their codes. */
    boolean covers(String act, Map<String, String> stageOfItem) {
        return acts.contains(act)
                && all(stages, stageOfItem.values())
                && all(items, stageOfItem.keySet());
    }

    private static boolean all(Set<String> allowed, Collection<String> asked) {
        return allowed.isEmpty() || allowed.containsAll(asked);
    }
}
