package org.xiangmuzhang.intake.domain.draft;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.domain.check.Answers;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An application that is being filled in.
 *
 * @param items how each is to be examined, by code
 * @param prefilled where values come from that nobody typed, by field
 * @param papers by material
 * @param expiresOn last day on which it is kept
 */
@AggregateRoot
public record Draft(
        @Identity UUID id,
        Region region,
        UUID enterprise,
        @Nullable UUID project,
        SortedMap<String, Mode> items,
        Answers answers,
        Map<String, Prefilled> prefilled,
        Map<String, Paper> papers,
        UUID createdBy,
        UUID savedBy,
        Instant savedAt,
        LocalDate expiresOn,
        long version) {

    public Draft {
        prefilled = Map.copyOf(prefilled);
        papers = Map.copyOf(papers);
    }

    /** Who saves it, and when. */
    @ValueObject
    public record Saving(UUID by, Instant at, LocalDate on, LocalDate expiresOn) {}

    /** The same with what was answered. */
    public Draft with(Answers said) {
        return new Draft(
                id,
                region,
                enterprise,
                project,
                items,
                said,
                prefilled,
                papers,
                createdBy,
                savedBy,
                savedAt,
                expiresOn,
                version);
    }

    /** The same with these papers only. */
    public Draft with(Collection<Paper> only) {
        return new Draft(
                id,
                region,
                enterprise,
                project,
                items,
                answers,
                prefilled,
                only.stream().collect(Collectors.toMap(Paper::material, Function.identity())),
                createdBy,
                savedBy,
                savedAt,
                expiresOn,
                version);
    }

    /** The same with these items, fields and materials only. */
    public Draft within(
            Collection<String> listed, Collection<String> fields, Collection<String> asked) {
        SortedMap<String, Mode> left = new TreeMap<>(items);
        left.keySet().retainAll(listed);
        Map<String, Prefilled> from = new TreeMap<>(prefilled);
        from.keySet().retainAll(fields);
        Map<String, Paper> given = new TreeMap<>(papers);
        given.keySet().retainAll(asked);
        return new Draft(
                id,
                region,
                enterprise,
                project,
                left,
                answers.within(fields),
                from,
                given,
                createdBy,
                savedBy,
                savedAt,
                expiresOn,
                version);
    }

    /**
     * With what was written now: a value that somebody changed comes from that person from now on,
     * and one that somebody confirmed stays with where it came from.
     */
    public Draft saved(
            Answers written, Set<String> confirmed, Map<String, Paper> given, Saving saving) {
        SortedMap<String, Prefilled> from = new TreeMap<>();
        prefilled.forEach(
                (field, one) -> {
                    String before = answers.of(field);
                    if (before != null && before.equals(written.of(field))) {
                        from.put(
                                field,
                                confirmed.contains(field)
                                        ? one.confirmed(saving.by(), saving.on())
                                        : one);
                    }
                });
        return new Draft(
                id,
                region,
                enterprise,
                project,
                items,
                written,
                from,
                given,
                createdBy,
                saving.by(),
                saving.at(),
                saving.expiresOn(),
                version);
    }

    /** Refuses while a value that nobody typed was confirmed by nobody, or a paper is too old. */
    public void mustBeReady(LocalDate today) {
        List<String> open = new ArrayList<>();
        new TreeMap<>(prefilled)
                .forEach(
                        (field, one) -> {
                            if (one.confirmedBy() == null) {
                                open.add("/answers/" + field);
                            }
                        });
        if (!open.isEmpty()) {
            throw Refusal.invalid("prefilled-not-confirmed", open, open.size());
        }
        papers.values().stream()
                .map(Paper::reuse)
                .filter(reuse -> reuse != null && !reuse.offer().isValidOn(today))
                .findFirst()
                .ifPresent(
                        reuse -> {
                            throw Refusal.invalid(
                                    "reuse-expired",
                                    "/reuse",
                                    reuse.offer().material(),
                                    reuse.offer().validUntil());
                        });
    }
}
