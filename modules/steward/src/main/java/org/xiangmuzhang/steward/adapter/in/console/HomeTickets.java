package org.xiangmuzhang.steward.adapter.in.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.HomeSlot;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.console.Waiting;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.port.in.Ticketing;

import java.util.List;

/** Tells a unit of its tickets, a leader of those that are overdue, and whoever raised some. */
@Configuration(value = "steward.home-tickets", proxyBeanMethods = false)
class HomeTickets {

    @Bean
    @Order(2)
    static Slot stewardHomeTickets(ObjectProvider<CurrentVisitor> visitors, Ticketing ticketing) {
        return new HomeSlot(
                visitors,
                actor ->
                        switch (actor.role()) {
                            case APPROVER, HEAD -> shown(actor, "unit", ticketing);
                            case LEADER -> shown(actor, "overdue", ticketing);
                            case STEWARD, APPLICANT -> shown(actor, "mine", ticketing);
                            default -> List.of();
                        });
    }

    private static List<Waiting> shown(Actor actor, String which, Ticketing ticketing) {
        List<Ticketing.Sheet> found =
                ticketing.list(
                        actor,
                        new Ticketing.Filter(
                                which.equals("mine"),
                                which.equals("unit"),
                                which.equals("overdue"),
                                false,
                                null,
                                null,
                                null,
                                null,
                                Waiting.MOST + 1),
                        LocaleContextHolder.getLocale());
        return found.isEmpty()
                ? List.of()
                : List.of(
                        new Waiting(
                                "steward.home.tickets." + which,
                                Waiting.shown(found.size()),
                                "/console/projects/tickets?show=" + which,
                                found.getFirst().overdue() > 0 ? "red" : "accent",
                                found.stream()
                                        .limit(Waiting.SHOWN)
                                        .map(HomeTickets::line)
                                        .toList()));
    }

    private static Waiting.Line line(Ticketing.Sheet one) {
        String problem = one.problem() == null ? one.departmentName() : one.problem();
        return new Waiting.Line(
                "/console/projects/tickets/" + one.id(),
                problem.length() > 40 ? problem.substring(0, 40) + "…" : problem,
                one.projectName() == null ? one.regionName() : one.projectName(),
                one.departmentName(),
                one.due(),
                null);
    }
}
