package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.console.Light;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;
import org.xiangmuzhang.steward.spi.Alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One project: stages, wall chart, papers, and its timeline as of any moment. */
@Controller
class ConsoleProject {

    private static final int MOMENTS = 60;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Watching watching;
    private final Catalog catalog;
    private final People people;
    private final MessageSource messages;
    private final ObjectProvider<Alerts> alerts;
    private final Clock clock;

    ConsoleProject(
            Watching watching,
            Catalog catalog,
            People people,
            MessageSource messages,
            ObjectProvider<Alerts> alerts,
            Clock clock) {
        this.watching = watching;
        this.catalog = catalog;
        this.people = people;
        this.messages = messages;
        this.alerts = alerts;
        this.clock = clock;
    }

    @GetMapping("/console/projects/{id}")
    String project(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long before,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Actor actor,
            Locale locale,
            Model model) {
        Instant moment = asOf == null || asOf.isBlank() ? null : moment(asOf);
        ProjectSheet project = watching.project(actor, id, moment);
        var words = new ItemWords(catalog, project.region(), messages, locale);
        List<Happening> told =
                watching.latest(actor, id, moment, before, Chronicle.MOST + 1, locale);
        model.addAttribute("project", project);
        model.addAttribute("asOf", moment == null ? "" : moment.toString());
        model.addAttribute("before", before);
        model.addAttribute("chronicle", Chronicle.of(told));
        if (fragment != null && before != null) {
            return "steward/project :: story";
        }
        model.addAttribute("facts", Map.of("project", id));
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("instants", instants(watching.moments(actor, id, MOMENTS), moment));
        plan(actor, project, moment, words, model);
        model.addAttribute("stewards", stewards(actor, project));
        model.addAttribute("mayDraw", actor.holder().equals(project.steward()));
        model.addAttribute(
                "mayRecord",
                actor.role() == Role.CLERK || actor.holder().equals(project.steward()));
        model.addAttribute("maySign", actor.role() == Role.APPLICANT && project.steward() != null);
        model.addAttribute("scope", ScopeChoices.of(catalog, project, words));
        model.addAttribute("today", WorkingDays.today(clock));
        return fragment == null ? "steward/project" : "steward/project :: moment";
    }

    private static Instant moment(String asOf) {
        try {
            return Instant.parse(asOf);
        } catch (java.time.format.DateTimeParseException noMoment) {
            throw Refusal.invalid("moment-unreadable", "/asOf", asOf);
        }
    }

    private void plan(
            Actor actor,
            ProjectSheet project,
            @Nullable Instant asOf,
            ItemWords words,
            Model model) {
        PlanSheet plan;
        try {
            plan = watching.plan(actor, project.id(), asOf);
        } catch (Refusal none) {
            model.addAttribute("plan", null);
            return;
        }
        LocalDate today =
                asOf == null
                        ? WorkingDays.today(clock)
                        : LocalDate.ofInstant(asOf, WorkingDays.ZONE);
        model.addAttribute("plan", plan);
        model.addAttribute("stages", WallChart.stages(plan, words));
        model.addAttribute(
                "gantt",
                WallChart.of(
                        plan,
                        words,
                        asOf == null ? lights(project.id()) : Map.of(),
                        catalog.calendar(),
                        today));
        model.addAttribute(
                "dropped",
                plan.steps().stream()
                        .filter(step -> step.state().equals("DROPPED"))
                        .map(words::item)
                        .toList());
        model.addAttribute(
                "leastSlack",
                plan.steps().stream()
                        .filter(PlanSheet.Step::critical)
                        .map(PlanSheet.Step::slack)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        model.addAttribute("cause", words.cause(plan.cause()));
        model.addAttribute("words", words);
    }

    private Map<String, Light> lights(UUID project) {
        Map<String, Light> lights = new HashMap<>();
        alerts.stream()
                .flatMap(
                        it ->
                                it
                                        .standing(List.of(project))
                                        .getOrDefault(project, List.of())
                                        .stream())
                .forEach(
                        alert ->
                                lights.merge(
                                        alert.itemCode(),
                                        Light.valueOf(alert.light()),
                                        (one, other) -> one.compareTo(other) >= 0 ? one : other));
        return lights;
    }

    /** The moments of the slider, and the one that is looked at. */
    private static Map<String, String> instants(List<Instant> moments, @Nullable Instant asOf) {
        Map<String, String> instants = new LinkedHashMap<>();
        Stream.concat(moments.stream(), Stream.ofNullable(asOf))
                .sorted()
                .distinct()
                .forEach(
                        moment ->
                                instants.put(
                                        moment.toString(),
                                        MINUTE.format(moment.atZone(WorkingDays.ZONE))));
        return instants;
    }

    private Map<String, String> stewards(Actor actor, ProjectSheet project) {
        UUID present = project.steward();
        boolean may =
                actor.role() == Role.LEADER
                        || actor.role() == Role.ADMINISTRATOR
                        || actor.role() == Role.STEWARD
                                && (present == null || present.equals(actor.holder()));
        if (!may) {
            return Map.of();
        }
        List<UUID> holders =
                people
                        .holders(Role.STEWARD, project.region(), null, WorkingDays.today(clock))
                        .stream()
                        .map(post -> post.person())
                        .filter(person -> !person.equals(project.steward()))
                        .toList();
        return people.names(holders, actor, Occasion.LIST).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                Map.Entry::getValue,
                                (one, same) -> one,
                                LinkedHashMap::new));
    }
}
