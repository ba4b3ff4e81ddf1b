package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.AdviceSheet;
import org.xiangmuzhang.steward.port.in.Advising;
import org.xiangmuzhang.steward.port.in.LandStartSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.StartingOnLand;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What would shorten a project, and what waits for its land right. */
@Controller
@RequestMapping("/console/projects/{id}")
class ConsoleAdvice {

    private final Watching watching;
    private final Advising advising;
    private final StartingOnLand starting;

    ConsoleAdvice(Watching watching, Advising advising, StartingOnLand starting) {
        this.watching = watching;
        this.advising = advising;
        this.starting = starting;
    }

    /** A combination, and the courses with which its button fills the plan's form. */
    public record Offer(AdviceSheet.Option option, List<String> courses) {}

    /** Moments as people read them. */
    public record Times() {

        private static final DateTimeFormatter SECOND =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(WorkingDays.ZONE);

        /** The moment to the second, in the zone of all dates. */
        public String at(Instant moment) {
            return SECOND.format(moment);
        }
    }

    @GetMapping("/advice")
    String advice(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        ProjectSheet project = of(id, actor, locale, model);
        AdviceSheet advice = advising.advice(actor, id);
        model.addAttribute("advice", advice);
        model.addAttribute(
                "offers",
                advice.options().stream()
                        .map(option -> new Offer(option, AdvisedCourses.of(option)))
                        .toList());
        model.addAttribute("mayDraw", actor.holder().equals(project.steward()));
        return "steward/advice";
    }

    @GetMapping("/land-start")
    String landStart(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        of(id, actor, locale, model);
        LandStartSheet sheet = starting.documents(actor, id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("times", new Times());
        return "steward/land-start";
    }

    private ProjectSheet of(UUID id, Actor actor, Locale locale, Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        model.addAttribute("project", project);
        model.addAttribute("english", locale.getLanguage().equals("en"));
        return project;
    }
}
