package org.xiangmuzhang.intake.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.check.Check;
import org.xiangmuzhang.intake.domain.check.RuleDecision;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What rules found and decided. */
public interface Checks {

    /**
     * How often a version of a rule and persons agreed, and how often only one of them objected.
     */
    record Compared(
            String rule,
            String item,
            @Nullable String setBy,
            int version,
            String reasonZh,
            String reasonEn,
            long agreed,
            long objectedAlone,
            long passedAlone) {}

    /** From now on the latest of its application. */
    void add(Check check);

    Optional<Check> latest(UUID application);

    /** What persons found of the verdicts of a check, by task and rule; nothing where none did. */
    Map<UUID, Map<String, Boolean>> persons(UUID check);

    /**
     * Somebody tells that these materials are not right, and by that, that the others are: verdicts
     * on materials in the latest check are compared with it. As everything that persons say it is
     * kept in the transaction in which they do: what is checked later, they have not seen.
     */
    void corrected(UUID application, Collection<String> materials, LocalDate on);

    /** Somebody refuses all of it. */
    void refused(UUID application, LocalDate on);

    /**
     * Somebody decides on an item; says nothing about rules on materials that are neither here nor
     * asked for at once, because they are owed or promised. Nothing happens when rules did.
     */
    void decided(UUID application, UUID task, boolean approved, LocalDate on);

    /** How often rules and persons agreed. */
    List<Compared> accuracy(Set<Region> places, String department);

    void add(RuleDecision decision);

    Optional<RuleDecision> decision(UUID task);

    /** Of one application, by task. */
    Map<UUID, RuleDecision> decisions(UUID application);

    /**
     * The sample of a department; after a task in that order.
     *
     * @param right what the reviewer found, or null for either
     */
    List<RuleDecision> sample(
            Set<Region> places,
            String department,
            boolean reviewed,
            @Nullable Boolean right,
            @Nullable UUID after,
            int limit);

    /**
     * Keeps a review; refuses with {@code changed-meanwhile}. The verdicts that the rules decided
     * by are compared with it.
     */
    void review(RuleDecision reviewed);
}
