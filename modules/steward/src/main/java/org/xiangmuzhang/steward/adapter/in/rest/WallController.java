package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.adapter.in.WallPlaces;
import org.xiangmuzhang.steward.port.in.ReadingWall;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** 挂图作战 of a place. */
@RestController
@RequestMapping("/api/projects/wall")
class WallController {

    private final ReadingWall reading;

    WallController(ReadingWall reading) {
        this.reading = reading;
    }

    /** A page with what all pages come to, and the days between which its bars lie. */
    record WallPage(
            LocalDate on,
            boolean replayed,
            int projects,
            Map<String, Integer> lights,
            int late,
            int before,
            LocalDate from,
            LocalDate to,
            List<ReadingWall.Line> items,
            @Nullable String next) {}

    /**
     * Running projects, within a group by how little they may slip.
     *
     * @param on a day before today, to see what had been recorded by its end
     * @param group PLACE, INDUSTRY or STAGE
     */
    @GetMapping
    WallPage wall(
            @RequestParam(required = false) @Nullable Region region,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable UUID steward,
            @RequestParam(required = false) @Nullable UUID leader,
            @RequestParam(defaultValue = "NONE") ReadingWall.Group group,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            Locale locale) {
        ReadingWall.Sheet sheet =
                reading.wall(
                        actor,
                        new ReadingWall.Question(
                                region,
                                on,
                                stage,
                                light,
                                type,
                                steward,
                                leader,
                                group,
                                WallPlaces.parse(after),
                                Page.limit(limit)),
                        locale);
        return new WallPage(
                sheet.on(),
                sheet.replayed(),
                sheet.projects(),
                sheet.lights(),
                sheet.late(),
                sheet.before(),
                sheet.from(),
                sheet.to(),
                sheet.lines(),
                WallPlaces.text(sheet.next()));
    }
}
