package org.xiangmuzhang.catalog.api;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** When the halls of a place serve: by hall and day, as the place has set it. */
public interface ServiceCalendars {

    /**
     * The hours of a hall on a day in their order, none when it is closed. A hall without hours of
     * its own has those of every hall.
     */
    List<Hours> of(Region region, String hall, LocalDate day);

    /** The hours in which the hall serves at this moment of local time. */
    default Optional<Hours> at(Region region, String hall, LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return of(region, hall, moment.toLocalDate()).stream()
                .filter(hours -> !time.isBefore(hours.opens()) && time.isBefore(hours.closes()))
                .findFirst();
    }

    /** From opening to closing, the last minute not included. */
    record Hours(LocalTime opens, LocalTime closes, Service service) {}

    /** What kind of service the hours are. */
    enum Service {
        /** Ordinary hours. */
        REGULAR,
        /** 午间服务: through noon. */
        NOON,
        /** 延时服务: after the ordinary hours. */
        AFTER_HOURS,
        /** 周末服务: on days that are no working days. */
        WEEKEND
    }
}
