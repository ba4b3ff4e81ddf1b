package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** A special procedure; until is null while it lasts. */
public record ProcedureLine(
        String kind, LocalDate from, LocalDate expectedUntil, @Nullable LocalDate until) {}
