package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** When the halls of places serve; without such a bean nothing is said of it. */
public interface HoursOfHalls {

    /**
     * One span of a day, the last minute not included.
     *
     * @param service {@code REGULAR}, {@code NOON}, {@code AFTER_HOURS} or {@code WEEKEND}
     */
    record Span(LocalTime opens, LocalTime closes, String service) {}

    /** The spans of a day in their order, none when the hall is closed. */
    List<Span> of(Region region, String hall, LocalDate day);
}
