package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.PlanDrawing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What callers send. Dates are days in Asia/Shanghai. */
final class Requests {

    private Requests() {}

    /**
     * A project to register. Left out: the id is made, the region is the caller's, the enterprise
     * an applicant's own, the code a test code. Investment in 万元.
     */
    record Registration(
            @Nullable UUID id,
            @Nullable Region region,
            @Nullable String code,
            String name,
            String projectType,
            @Nullable UUID enterprise,
            @Nullable SocialCreditCode socialCreditCode,
            @Nullable String industry,
            @Nullable BigDecimal investment) {}

    /** The person who shall answer for the project, and why this one where others carry less. */
    record Appointment(UUID steward, @Nullable String reason) {}

    /**
     * Acts: SUBMIT, SUPPLY, WITHDRAW, RECEIVE; first and last day count. Stages and items left out:
     * for any.
     */
    record Mandate(
            @Nullable UUID id,
            List<String> acts,
            LocalDate from,
            LocalDate until,
            @Nullable UUID file,
            @Nullable List<String> stages,
            @Nullable List<String> items) {}

    /** What a mandate is to cover from now on, all of it, and why. */
    record Narrowing(
            List<String> acts,
            LocalDate from,
            LocalDate until,
            @Nullable List<String> stages,
            @Nullable List<String> items,
            String reason) {}

    static Entrusting.Scope scope(
            List<String> acts,
            LocalDate from,
            LocalDate until,
            @Nullable List<String> stages,
            @Nullable List<String> items) {
        return new Entrusting.Scope(
                acts,
                from,
                until,
                stages == null ? List.of() : stages,
                items == null ? List.of() : items);
    }

    record Revocation(String reason) {}

    /** The courses of a plan; every list holds item codes, stage targets a day for each stage. */
    record Plan(
            @Nullable LocalDate start,
            @Nullable LocalDate target,
            @Nullable Map<Stage, LocalDate> stageTargets,
            @Nullable List<String> conditional,
            @Nullable List<String> simulated,
            @Nullable List<String> merged,
            @Nullable List<String> owed,
            @Nullable Boolean parallel) {

        PlanDrawing.Wishes wishes() {
            return new PlanDrawing.Wishes(
                    start,
                    target,
                    stageTargets == null ? Map.of() : stageTargets,
                    codes(conditional),
                    codes(simulated),
                    codes(merged),
                    codes(owed),
                    parallel != null && parallel);
        }

        private static Set<String> codes(@Nullable List<String> given) {
            return given == null ? Set.of() : Set.copyOf(given);
        }
    }

    /** A decision made outside the platform. Verified left out: nobody has yet. */
    record ExternalDecision(
            String itemCode,
            String documentNumber,
            LocalDate decidedOn,
            UUID file,
            @Nullable LocalDate verifiedOn) {}

    /** What holds instead of what was recorded, and why. Verified left out: nobody has yet. */
    record Correction(
            String documentNumber,
            LocalDate decidedOn,
            UUID file,
            @Nullable LocalDate verifiedOn,
            String reason) {}

    /** An act that is no application, with its proof. */
    record Milestone(String itemCode, LocalDate on, UUID proof) {}
}
