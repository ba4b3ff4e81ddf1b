package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who follows a project and how, and what passed from one steward to the next. */
public record TeamSheet(
        UUID project,
        @Nullable UUID steward,
        @Nullable String stewardName,
        List<Member> members,
        @Nullable Service service,
        @Nullable Handover handover,
        long version) {

    /**
     * Somebody in the team; left null: still is.
     *
     * @param part DEPUTY or MEMBER
     * @param phases SIGNED, BUILDING, PRODUCTION; none for all
     * @param items codes of those in this person's hands
     */
    public record Member(
            UUID person,
            @Nullable String name,
            String part,
            List<String> phases,
            List<String> items,
            @Nullable String department,
            LocalDate joined,
            @Nullable LocalDate left) {}

    /** The kind of agency service and its way; the helper is the backstop. */
    public record Service(
            String kind,
            String way,
            @Nullable UUID helper,
            @Nullable String helperName,
            LocalDate on,
            @Nullable String reason) {}

    /** The pack of what was open; signed null while the new steward has not signed. */
    public record Handover(
            UUID id,
            UUID from,
            @Nullable String fromName,
            UUID to,
            @Nullable String toName,
            int version,
            LocalDate on,
            List<Obligation> obligations,
            @Nullable LocalDate signed) {}

    /** Kind: ITEM, OWED, MANDATE, UNVERIFIED, NEXT or what another context names. */
    public record Obligation(
            String kind, String code, @Nullable UUID subject, @Nullable LocalDate due) {}
}
