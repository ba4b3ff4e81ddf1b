package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Outcome;

import java.util.UUID;

/**
 * What a department decided.
 *
 * @param documentNumber of the result, made by the platform when null
 * @param document file of the result, or null
 * @param reason of a rejection, or a remark
 */
public record Verdict(
        Outcome outcome,
        @Nullable String documentNumber,
        @Nullable UUID document,
        @Nullable String reason) {}
