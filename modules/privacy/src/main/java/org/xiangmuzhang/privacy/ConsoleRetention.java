package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.Set;

/** The report on what was removed because its time was over. */
@Controller
@RequestMapping(ConsoleRetention.HERE)
class ConsoleRetention {

    static final String HERE = "/console/privacy/retention";

    private final ReadingRuns reading;

    ConsoleRetention(ReadingRuns reading) {
        this.reading = reading;
    }

    @Bean
    static MenuEntry retentionMenu() {
        return new MenuEntry(
                HERE,
                "privacy.retention",
                87,
                Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR));
    }

    @GetMapping
    String runs(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        model.addAttribute("page", reading.all(actor, Cursor.parse(after, 1), Page.USUAL));
        model.addAttribute("after", after);
        model.addAttribute("zone", WorkingDays.ZONE);
        return "privacy/retention";
    }
}
