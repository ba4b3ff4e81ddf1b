package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.HomeSlot;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.console.Waiting;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.port.in.Convening;

import java.util.List;
import java.util.Locale;

/** Tells a department of the sessions that wait for it, and a steward of its own. */
@Configuration(value = "steward.home-sessions", proxyBeanMethods = false)
class HomeSessions {

    @Bean
    @Order(3)
    static Slot stewardHomeSessions(
            ObjectProvider<CurrentVisitor> visitors, Convening convening, MessageSource messages) {
        return new HomeSlot(
                visitors,
                actor ->
                        switch (actor.role()) {
                            case APPROVER, HEAD, STEWARD -> waiting(actor, convening, messages);
                            default -> List.of();
                        });
    }

    private static List<Waiting> waiting(Actor actor, Convening convening, MessageSource messages) {
        Locale language = LocaleContextHolder.getLocale();
        List<Convening.Sheet> found =
                convening
                        .list(
                                actor,
                                new Convening.Filter(true, null, null, Waiting.MOST + 1),
                                language)
                        .stream()
                        .filter(sheet -> !sheet.open().isEmpty())
                        .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(
                        new Waiting(
                                "steward.home.sessions",
                                Waiting.shown(found.size()),
                                "/console/projects/sessions",
                                "accent",
                                found.stream()
                                        .limit(Waiting.SHOWN)
                                        .map(sheet -> line(sheet, messages, language))
                                        .toList()));
    }

    private static Waiting.Line line(
            Convening.Sheet sheet, MessageSource messages, Locale language) {
        return new Waiting.Line(
                "/console/projects/sessions/" + sheet.id(),
                messages.getMessage("word.sessionKind." + sheet.kind(), null, language),
                sheet.projectName() == null ? sheet.regionName() : sheet.projectName(),
                messages.getMessage("steward.session.state." + sheet.state(), null, language),
                sheet.at() == null ? sheet.answerBy() : sheet.at().toLocalDate(),
                null);
    }
}
