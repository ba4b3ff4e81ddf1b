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

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Tells a department of the sessions that wait for it, a steward of its own, and an enterprise of
 * points that it has to put right.
 */
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
                            case APPLICANT -> toMend(actor, convening, messages);
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
        return told("steward.home.sessions", "", found, sheet -> line(sheet, messages, language));
    }

    private static List<Waiting> toMend(Actor actor, Convening convening, MessageSource messages) {
        Locale language = LocaleContextHolder.getLocale();
        return told(
                "steward.home.points",
                "?show=all",
                convening.toMend(actor, Waiting.MOST + 1, language),
                sheet -> point(sheet, messages, language));
    }

    private static List<Waiting> told(
            String title,
            String which,
            List<Convening.Sheet> found,
            Function<Convening.Sheet, Waiting.Line> line) {
        return found.isEmpty()
                ? List.of()
                : List.of(
                        new Waiting(
                                title,
                                Waiting.shown(found.size()),
                                "/console/projects/sessions" + which,
                                "accent",
                                found.stream().limit(Waiting.SHOWN).map(line).toList()));
    }

    /** By the point that is due first. */
    private static Waiting.Line point(
            Convening.Sheet sheet, MessageSource messages, Locale language) {
        return new Waiting.Line(
                "/console/projects/sessions/" + sheet.id(),
                messages.getMessage("word.sessionKind." + sheet.kind(), null, language),
                sheet.projectName() == null ? sheet.regionName() : sheet.projectName(),
                messages.getMessage("steward.session.move.MEND", null, language),
                sheet.points().stream()
                        .filter(point -> point.open().contains(Convening.Move.MEND))
                        .map(Convening.OpenPoint::due)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                null);
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
