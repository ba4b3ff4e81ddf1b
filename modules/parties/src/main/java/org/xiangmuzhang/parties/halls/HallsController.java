package org.xiangmuzhang.parties.halls;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.HoursOfHalls;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Service halls and their windows; without a place, those of the caller's post. */
@RestController
@RequestMapping("/api/parties/halls")
class HallsController {

    private final KeepingHalls keeping;

    HallsController(KeepingHalls keeping) {
        this.keeping = keeping;
    }

    /** A hall, its windows, and the hours in which it serves on the day asked for. */
    record HallResource(
            String code, String name, List<WindowResource> windows, List<HoursOfHalls.Span> hours) {

        static HallResource of(Hall hall, List<HoursOfHalls.Span> hours) {
            return new HallResource(
                    hall.code(),
                    hall.name(),
                    hall.windows().stream()
                            .map(it -> new WindowResource(it.code(), it.name()))
                            .toList(),
                    hours);
        }
    }

    /** A window of a hall. */
    record WindowResource(String code, String name) {}

    /**
     * All halls of a place.
     *
     * @param list CSV with the columns hall, name, window, window_name; one window a row
     */
    record HallsOfPlace(String list) {}

    /** Without a day, with the hours of today. */
    @GetMapping
    List<HallResource> hallsOfPlace(
            @RequestParam(required = false) @Nullable Region region,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            Actor actor) {
        Region place = region == null ? actor.region() : region;
        return shown(place, keeping.of(actor, place), day);
    }

    private List<HallResource> shown(Region place, List<Hall> halls, @Nullable LocalDate day) {
        Map<String, List<HoursOfHalls.Span>> hours = keeping.hours(place, halls, day);
        return halls.stream()
                .map(hall -> HallResource.of(hall, hours.getOrDefault(hall.code(), List.of())))
                .toList();
    }

    /** Takes the whole list in the place of the one before. */
    @PostMapping("/imports")
    List<HallResource> bring(
            @RequestParam(required = false) @Nullable Region region,
            @RequestBody HallsOfPlace halls,
            Actor actor) {
        Region place = region == null ? actor.region() : region;
        return shown(place, keeping.replace(actor, place, halls.list()), null);
    }
}
