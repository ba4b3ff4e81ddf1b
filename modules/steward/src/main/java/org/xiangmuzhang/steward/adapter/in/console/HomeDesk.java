package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.HomeSlot;
import org.xiangmuzhang.console.Light;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.console.Waiting;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.steward.port.in.BoardLine;
import org.xiangmuzhang.steward.port.in.Watching;

import java.util.List;

/** What steward puts on the home page: projects with their next step, the least slack first. */
@Configuration(value = "steward.home", proxyBeanMethods = false)
class HomeDesk {

    @Bean
    @Order(1)
    static Slot stewardHome(
            ObjectProvider<CurrentVisitor> visitors,
            Watching watching,
            Catalog catalog,
            MessageSource messages) {
        return new HomeSlot(
                visitors,
                actor ->
                        switch (actor.role()) {
                            case STEWARD, LEADER, APPLICANT ->
                                    projects(actor, watching, catalog, messages);
                            default -> List.of();
                        });
    }

    private static List<Waiting> projects(
            Actor actor, Watching watching, Catalog catalog, MessageSource messages) {
        boolean mine = actor.role() == Role.STEWARD;
        List<BoardLine> lines =
                watching
                        .board(
                                actor,
                                new Watching.BoardFilter(
                                        null,
                                        mine ? actor.holder() : null,
                                        null,
                                        null,
                                        null,
                                        Waiting.MOST + 1))
                        .lines()
                        .stream()
                        .filter(line -> line.items() == 0 || line.done() < line.items())
                        .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        var words =
                new ItemWords(catalog, actor.region(), messages, LocaleContextHolder.getLocale());
        return List.of(
                new Waiting(
                        mine ? "steward.home.mine" : "steward.home.running",
                        Waiting.shown(lines.size()),
                        mine ? "/console/projects?mine=" : "/console/projects",
                        "accent",
                        lines.stream()
                                .limit(Waiting.SHOWN)
                                .map(line -> line(line, words))
                                .toList()));
    }

    private static Waiting.Line line(BoardLine line, ItemWords words) {
        String next = line.nextItem();
        return new Waiting.Line(
                "/console/projects/" + line.project(),
                line.name(),
                next == null
                        ? words.say("steward.home.no-plan")
                        : words.say("steward.home.next", words.item(next)),
                null,
                line.finish(),
                Light.valueOf(line.light()));
    }
}
