package org.xiangmuzhang.parties.halls;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/** Service halls and their windows; without a place, those of the caller's post. */
@RestController
@RequestMapping("/api/parties/halls")
class HallsController {

    private final KeepingHalls keeping;

    HallsController(KeepingHalls keeping) {
        this.keeping = keeping;
    }

    /** A hall and its windows. */
    record HallResource(String code, String name, List<WindowResource> windows) {

        static HallResource of(Hall hall) {
            return new HallResource(
                    hall.code(),
                    hall.name(),
                    hall.windows().stream()
                            .map(it -> new WindowResource(it.code(), it.name()))
                            .toList());
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

    @GetMapping
    List<HallResource> hallsOfPlace(
            @RequestParam(required = false) @Nullable Region region, Actor actor) {
        Region place = region == null ? actor.region() : region;
        return keeping.of(actor, place).stream().map(HallResource::of).toList();
    }

    /** Takes the whole list in the place of the one before. */
    @PostMapping("/imports")
    List<HallResource> bring(
            @RequestParam(required = false) @Nullable Region region,
            @RequestBody HallsOfPlace halls,
            Actor actor) {
        Region place = region == null ? actor.region() : region;
        return keeping.replace(actor, place, halls.list()).stream().map(HallResource::of).toList();
    }
}
