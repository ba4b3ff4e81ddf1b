package org.xiangmuzhang.supervision.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.supervision.application.ReadingWarnings;
import org.xiangmuzhang.supervision.domain.Light;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.domain.Warning;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Lights that stand, the soonest due first. */
@Controller
class ConsoleWarnings {

    private final ReadingWarnings reading;
    private final Words words;

    ConsoleWarnings(ReadingWarnings reading, Words words) {
        this.reading = reading;
        this.words = words;
    }

    @Bean
    static MenuEntry warningsMenu() {
        return new MenuEntry(
                "/console/supervision/warnings",
                "supervision.warnings",
                60,
                Set.of(Role.SUPERVISOR, Role.LEADER, Role.AUDITOR, Role.APPROVER, Role.HEAD));
    }

    @GetMapping("/console/supervision/warnings")
    String warnings(
            @RequestParam(defaultValue = "") String light,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Cursor from = Cursor.parse(after, 3);
        List<Warning> found = reading.warnings(actor, light(light), place(from), Page.USUAL + 1);
        Page<Warning> page =
                Page.of(
                        found,
                        Page.USUAL,
                        warning -> Cursor.of(warning.due(), warning.task(), warning.clock()));
        model.addAttribute("page", page);
        model.addAttribute("light", light);
        model.addAttribute("lights", List.of(Light.RED, Light.ORANGE, Light.YELLOW));
        model.addAttribute("after", after);
        model.addAttribute(
                "projects",
                words.projects(
                        page.items().stream()
                                .map(Warning::project)
                                .filter(Objects::nonNull)
                                .toList()));
        return "supervision/warnings";
    }

    private static @Nullable Light light(String name) {
        return Arrays.stream(Light.values())
                .filter(light -> light.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Warning.@Nullable Place place(@Nullable Cursor cursor) {
        return cursor == null
                ? null
                : new Warning.Place(
                        cursor.date(0), cursor.id(1), cursor.constant(2, LimitClock.Kind.class));
    }
}
