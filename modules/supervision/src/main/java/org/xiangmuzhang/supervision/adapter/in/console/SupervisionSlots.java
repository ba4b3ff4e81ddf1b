package org.xiangmuzhang.supervision.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.eventlog.CurrentActor;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.supervision.application.HelpDesk;
import org.xiangmuzhang.supervision.application.RatingMatters;
import org.xiangmuzhang.supervision.application.ReadingLedgers;
import org.xiangmuzhang.supervision.application.ReadingWarnings;
import org.xiangmuzhang.supervision.domain.LedgerSummary;
import org.xiangmuzhang.supervision.domain.Warning;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * What supervision shows on others' pages: the ledger on a project's, lights on an application's
 * and an item's, the form to rate on a delivered application's.
 */
@Configuration(proxyBeanMethods = false)
class SupervisionSlots {

    @Bean
    @Order(10)
    static Slot projectLedger(ReadingLedgers ledgers, ObjectProvider<CurrentActor> current) {
        return new Filling(
                "steward.project",
                "supervision/slots :: ledger",
                "project",
                (project, actor) -> {
                    LedgerSummary summary = ledgers.project(project, actor);
                    return summary.items().isEmpty() ? Map.of() : Map.of("summary", summary);
                },
                current);
    }

    @Bean
    @Order(10)
    static Slot applicationLights(ReadingWarnings warnings, ObjectProvider<CurrentActor> current) {
        return new Filling(
                "intake.application",
                "supervision/slots :: applicationLights",
                "application",
                (application, actor) -> lights(warnings.ofApplication(application)),
                current);
    }

    @Bean
    @Order(20)
    static Slot ratingForm(RatingMatters rating, ObjectProvider<CurrentActor> current) {
        return new Filling(
                "intake.application",
                "supervision/slots :: rating",
                "application",
                (application, actor) ->
                        rating.isOpenTo(application, actor)
                                ? Map.of("application", application)
                                : Map.of(),
                current);
    }

    @Bean
    @Order(15)
    static Slot helpCase(HelpDesk help, ObjectProvider<CurrentActor> current) {
        return new Filling(
                "intake.application",
                "supervision/slots :: helpCase",
                "application",
                (application, actor) ->
                        help.seen(application, actor)
                                .<Map<String, Object>>map(
                                        found ->
                                                Map.of(
                                                        "help",
                                                        found,
                                                        "linked",
                                                        HelpPages.READERS.contains(actor.role())))
                                .orElse(Map.of()),
                current);
    }

    @Bean
    @Order(10)
    static Slot taskLights(ReadingWarnings warnings, ObjectProvider<CurrentActor> current) {
        return new Filling(
                "intake.task",
                "supervision/slots :: lights",
                "task",
                (task, actor) -> lights(warnings.ofTask(task)),
                current);
    }

    @Bean
    @Order(10)
    static Slot taskDays(
            ReadingLedgers ledgers,
            Catalog catalog,
            Words words,
            ObjectProvider<CurrentActor> current) {
        return new Filling(
                "intake.task.days",
                "supervision/slots :: days",
                "task",
                (task, actor) ->
                        ledgers.find(task, actor)
                                .<Map<String, Object>>map(
                                        found ->
                                                Map.of(
                                                        "ledger",
                                                        found,
                                                        "days",
                                                        HeldDay.of(
                                                                found, catalog.calendar(), words)))
                                .orElse(Map.of()),
                current);
    }

    private static Map<String, Object> lights(List<Warning> warnings) {
        return warnings.isEmpty() ? Map.of() : Map.of("warnings", warnings);
    }

    /** Fills a place from the id that the page tells under a key, for whoever looks at it. */
    private record Filling(
            String name,
            String template,
            String key,
            BiFunction<UUID, Actor, Map<String, Object>> shown,
            ObjectProvider<CurrentActor> current)
            implements Slot {

        @Override
        public Map<String, Object> model(Map<String, Object> context) {
            Object id = context.get(key);
            CurrentActor source = current.getIfAvailable();
            @Nullable Actor actor = source == null ? null : source.get();
            return id == null || actor == null
                    ? Map.of()
                    : shown.apply(UUID.fromString(id.toString()), actor);
        }
    }
}
