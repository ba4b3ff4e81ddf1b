package org.xiangmuzhang.supervision.adapter.in.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.HomeSlot;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.console.Waiting;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.supervision.application.RatingMatters;
import org.xiangmuzhang.supervision.application.ReadingWarnings;
import org.xiangmuzhang.supervision.domain.Light;
import org.xiangmuzhang.supervision.domain.Warning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What supervision puts on the home page: lights that stand, and matters to rate. */
@Configuration(value = "supervision.home", proxyBeanMethods = false)
class HomeDesk {

    private static final List<Light> LIGHTS = List.of(Light.RED, Light.ORANGE, Light.YELLOW);

    @Bean
    @Order(5)
    static Slot supervisionHome(
            ObjectProvider<CurrentVisitor> visitors,
            ReadingWarnings warnings,
            RatingMatters rating,
            Words words) {
        return new HomeSlot(
                visitors,
                actor ->
                        switch (actor.role()) {
                            case APPROVER -> lights(actor, warnings, words);
                            case SUPERVISOR, LEADER, HEAD ->
                                    Stream.concat(
                                                    escalated(actor, warnings, words),
                                                    lights(actor, warnings, words).stream())
                                            .toList();
                            case APPLICANT -> toRate(actor, rating, words);
                            default -> List.of();
                        });
    }

    /** What the ladder of the place puts before the visitor, before all that has a light. */
    private static Stream<Waiting> escalated(Actor actor, ReadingWarnings warnings, Words words) {
        List<Warning> found = warnings.escalated(actor, Waiting.MOST + 1);
        return found.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Waiting(
                                "supervision.home.escalated",
                                Waiting.shown(items(found).size()),
                                "/console/supervision/warnings?light=RED",
                                "red",
                                items(found).stream()
                                        .limit(Waiting.SHOWN)
                                        .map(one -> line(one, words))
                                        .toList()));
    }

    private static List<Waiting> lights(Actor actor, ReadingWarnings warnings, Words words) {
        return LIGHTS.stream()
                .flatMap(
                        light -> {
                            List<Warning> found =
                                    warnings.warnings(actor, light, null, Waiting.MOST + 1);
                            return found.isEmpty()
                                    ? Stream.empty()
                                    : Stream.of(shown(light, found, words));
                        })
                .toList();
    }

    private static Waiting shown(Light light, List<Warning> found, Words words) {
        return new Waiting(
                "supervision.home." + light,
                Waiting.shown(items(found).size()),
                "/console/supervision/warnings?light=" + light,
                light == Light.RED ? "red" : "yellow",
                items(found).stream().limit(Waiting.SHOWN).map(one -> line(one, words)).toList());
    }

    /** Each item once, though both its clocks may have turned. */
    private static Collection<Warning> items(List<Warning> found) {
        Map<UUID, Warning> first = new LinkedHashMap<>();
        found.forEach(warning -> first.putIfAbsent(warning.task(), warning));
        return first.values();
    }

    private static Waiting.Line line(Warning warning, Words words) {
        return new Waiting.Line(
                "/console/intake/tasks/" + warning.task(),
                words.item(warning.region(), warning.itemCode()),
                words.department(warning.region(), warning.department()),
                null,
                warning.due(),
                org.xiangmuzhang.console.Light.valueOf(warning.light().name()));
    }

    private static List<Waiting> toRate(Actor actor, RatingMatters rating, Words words) {
        List<ApplicationView> open = rating.open(actor, Waiting.SHOWN);
        return open.isEmpty()
                ? List.of()
                : List.of(
                        new Waiting(
                                "supervision.home.rate",
                                Waiting.shown(open.size()),
                                "/console/intake/applications?state=DELIVERED",
                                "accent",
                                open.stream().map(matter -> line(matter, words)).toList()));
    }

    private static Waiting.Line line(ApplicationView matter, Words words) {
        return new Waiting.Line(
                "/console/intake/applications/" + matter.id(),
                words.items(
                        matter.region(),
                        matter.tasks().stream().map(task -> task.itemCode()).toList()),
                matter.number(),
                words.text("supervision.home.rate.note"),
                null,
                null);
    }
}
