package org.xiangmuzhang.steward.domain.dispatch;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;

/**
 * Where a matter stands between two meetings: on the dispatch of one place and of no other.
 *
 * @param times how often it was on an agenda there
 * @param quietUntil not called up before this day, because the host settled it; else null
 */
public record Standing(Matter matter, Region place, int times, @Nullable LocalDate quietUntil) {}
