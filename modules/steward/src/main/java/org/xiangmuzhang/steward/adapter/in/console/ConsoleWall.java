package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.adapter.in.WallPlaces;
import org.xiangmuzhang.steward.port.in.ReadingWall;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** 挂图作战 on the screen, on the wall and on paper. */
@Controller
@RequestMapping("/console/projects/wall")
class ConsoleWall {

    /** With so many rows three pages of them stay under 2,500 elements. */
    private static final int ROWS = 20;

    private static final int ROWS_ON_PAPER = 60;
    private static final int ROWS_ON_WALL = 8;

    private static final List<String> LIGHTS = List.of("RED", "ORANGE", "YELLOW", "GREEN");

    private final ReadingWall reading;
    private final Catalog catalog;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleWall(ReadingWall reading, Catalog catalog, MessageSource messages, Clock clock) {
        this.reading = reading;
        this.catalog = catalog;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the address says; empty fields of the form are none. */
    record Asked(
            @Nullable String region,
            @Nullable LocalDate on,
            @Nullable String stage,
            @Nullable String light,
            @Nullable String type,
            @Nullable UUID steward,
            @Nullable UUID leader,
            ReadingWall.@Nullable Group group,
            @Nullable String after,
            @Nullable String print,
            @Nullable String part) {

        ReadingWall.Question question(int rows) {
            String place = text(region);
            return new ReadingWall.Question(
                    place == null ? null : new Region(place),
                    on,
                    text(stage),
                    text(light),
                    text(type),
                    steward,
                    leader,
                    group == null ? ReadingWall.Group.NONE : group,
                    WallPlaces.parse(text(after)),
                    rows);
        }

        private static @Nullable String text(@Nullable String field) {
            return field == null || field.isBlank() ? null : field.strip();
        }

        /** The same question at another address, from this place on. */
        String at(String path, @Nullable String from) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            fields().forEach(address::queryParam);
            if (from != null) {
                address.queryParam("after", from);
            }
            return address.encode().build().toUriString();
        }

        /** The same question, not to be printed. */
        Asked onScreen() {
            return new Asked(
                    region, on, stage, light, type, steward, leader, group, after, null, part);
        }

        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            put(fields, "region", text(region));
            put(fields, "on", on);
            put(fields, "stage", text(stage));
            put(fields, "light", text(light));
            put(fields, "type", text(type));
            put(fields, "steward", steward);
            put(fields, "leader", leader);
            put(fields, "group", group);
            put(fields, "print", print);
            return fields;
        }

        private static void put(Map<String, String> fields, String name, @Nullable Object value) {
            if (value != null) {
                fields.put(name, value.toString());
            }
        }
    }

    @GetMapping
    String wall(Asked asked, Actor actor, Locale locale, Model model) {
        boolean print = asked.print() != null;
        fill(asked, print ? ROWS_ON_PAPER : ROWS, "/console/projects/wall", actor, locale, model);
        if (asked.part() != null) {
            return "steward/wall-parts :: wallBody";
        }
        Region region = asked.question(1).region();
        model.addAttribute("choices", reading.choices(actor, region, locale));
        model.addAttribute("print", print);
        model.addAttribute("screen", asked.onScreen().at("/console/projects/wall/screen", null));
        model.addAttribute("paper", asked.at("/console/projects/wall", asked.after()));
        model.addAttribute("today", WorkingDays.today(clock));
        return "steward/wall";
    }

    /** For a wall: large, and turning its pages by itself where there is a script. */
    @GetMapping("/screen")
    String screen(Asked asked, Actor actor, Locale locale, Model model) {
        String here = "/console/projects/wall/screen";
        fill(asked, ROWS_ON_WALL, here, actor, locale, model);
        model.addAttribute("back", asked.at("/console/projects/wall", null));
        model.addAttribute(
                "now",
                LocalDateTime.ofInstant(clock.instant(), WorkingDays.ZONE)
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")));
        return "steward/wall-screen";
    }

    private void fill(Asked asked, int rows, String here, Actor actor, Locale locale, Model model) {
        ReadingWall.Question question = asked.question(rows);
        ReadingWall.Sheet sheet = reading.wall(actor, question, locale);
        Region region = question.region() == null ? actor.region() : question.region();
        var words = new ItemWords(catalog, region, messages, locale);
        var picture = new WallPicture(sheet, words);
        String next = WallPlaces.text(sheet.next());
        model.addAttribute("asked", asked);
        model.addAttribute("group", question.group().name());
        model.addAttribute("sheet", sheet);
        model.addAttribute("place", catalog.regionName(region));
        model.addAttribute("months", picture.months());
        model.addAttribute("here", picture.at(sheet.on()));
        model.addAttribute("rows", picture.rows(question.group()));
        model.addAttribute("lights", LIGHTS);
        model.addAttribute("first", question.after() == null ? null : asked.at(here, null));
        model.addAttribute("next", next == null ? null : asked.at(here, next));
        model.addAttribute("upTo", sheet.before() + sheet.lines().size());
    }
}
