package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The team that follows a project beside its steward, the way it is served, and the hand-over from
 * one steward to the next. The project's steward and leaders of the place decide; the version is
 * the one of the project on which the caller decided, -1 for any.
 */
public interface Staffing {

    /** 精准, 上门, 全程, 重点. */
    List<String> KINDS = List.of("PRECISE", "ON_SITE", "WHOLE", "KEY");

    /** 导办, 帮办, 代办, 联办, 陪办, 兜办. */
    List<String> WAYS = List.of("GUIDE", "HELP", "ACT", "JOINT", "ACCOMPANY", "BACKSTOP");

    /**
     * Somebody to be taken into the team.
     *
     * @param login of a steward, clerk, approver, head or leader whose post covers the place
     * @param part DEPUTY or MEMBER
     * @param phases SIGNED, BUILDING, PRODUCTION; none for all
     * @param items codes of those to be in this person's hands
     * @param on first day, not after today
     */
    record Joining(
            String login, String part, List<String> phases, List<String> items, LocalDate on) {}

    /**
     * Refuses with {@code team-not-official}, {@code team-part}, {@code team-phases}, {@code
     * team-day}, {@code team-is-steward}, {@code team-joined-already}, {@code item-unknown}.
     */
    void join(Actor actor, UUID project, long version, Joining joining);

    /** Refuses with {@code team-not-member}, {@code team-day}. */
    void leave(Actor actor, UUID project, long version, UUID person, LocalDate on);

    /**
     * Refuses with {@code service-kind}, {@code service-way}, {@code service-helper} for a backstop
     * whom nobody is, {@code team-not-official}, {@code remark-length}.
     *
     * @param helper login of the last helper, for BACKSTOP
     */
    void serve(
            Actor actor,
            UUID project,
            long version,
            String kind,
            String way,
            @Nullable String helper,
            String reason);

    /**
     * The new steward signs for this version of the pack. Refuses with {@code handover-unknown},
     * {@code handover-not-yours}, {@code handover-signed-already}, {@code handover-version}.
     */
    void sign(Actor actor, UUID project, long version, UUID handover, int pack);

    /**
     * For whoever sees the project, but for stewards of other projects who neither carried it nor
     * are deputies. The hand-over and why the service was chosen are told to its stewards, its
     * enterprise and who appoints.
     */
    TeamSheet team(Actor actor, UUID project);
}
