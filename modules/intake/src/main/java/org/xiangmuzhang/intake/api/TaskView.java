package org.xiangmuzhang.intake.api;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One item of an application, as others may see it.
 *
 * @param state RECEIVED, IN_DEPARTMENT, PAUSED, PRE_APPROVED, APPROVED, REJECTED, REVOKED,
 *     WITHDRAWN or TURNED_AWAY
 * @param acceptedOn from when its clock counts; null before acceptance and for a simulated item
 * @param statutoryDue null when the law sets no limit
 * @param waitingFor conditions a pre-approval waits for: {@code LAND_RIGHT} or {@code ITEM:<code>}
 * @param checkCode 核验码 that stands beside the document number, or null without one
 */
public record TaskView(
        UUID id,
        UUID application,
        String itemCode,
        String itemVersion,
        String department,
        Mode mode,
        String state,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate statutoryDue,
        @Nullable LocalDate promisedDue,
        @Nullable LocalDate decidedOn,
        @Nullable String documentNumber,
        List<String> waitingFor,
        @Nullable String checkCode) {}
