package org.xiangmuzhang.intake.adapter.in.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.HomeSlot;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.console.Waiting;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.port.in.Awaiting;
import org.xiangmuzhang.intake.port.in.Awaiting.ApplicationEntry;
import org.xiangmuzhang.intake.port.in.Awaiting.Kind;
import org.xiangmuzhang.intake.port.in.Awaiting.Queue;
import org.xiangmuzhang.intake.port.in.TaskLine;

import java.util.stream.Stream;

/** What intake puts on the home page: what waits at the window, at a desk, for an enterprise. */
@Configuration(proxyBeanMethods = false)
class HomeDesk {

    @Bean
    @Order(10)
    static Slot intakeHome(
            ObjectProvider<CurrentVisitor> visitors, Awaiting awaiting, Words words) {
        return new HomeSlot(
                visitors,
                actor -> awaiting.of(actor).stream().map(queue -> shown(queue, words)).toList());
    }

    private static Waiting shown(Queue queue, Words words) {
        Stream<Waiting.Line> lines =
                queue.kind() == Kind.DECIDE
                        ? queue.tasks().stream().map(task -> line(task, words))
                        : queue.applications().stream().map(it -> line(queue.kind(), it, words));
        return new Waiting(
                "intake.home." + queue.kind(),
                Waiting.shown(queue.count()),
                path(queue.kind()),
                tone(queue),
                lines.toList());
    }

    private static String path(Kind kind) {
        String list = "/console/intake/applications?state=";
        return switch (kind) {
            case DECIDE -> "/console/intake/tasks";
            case ACCEPT -> list + "RECEIVED";
            case CORRECTED -> list + "CORRECTION_SUPPLIED";
            case DELIVER -> list + "ACCEPTED";
            case SUPPLY -> list + "CORRECTION_NOTICED";
            case OPEN -> list + "ALL";
            case RESULTS -> list + "DELIVERED";
        };
    }

    private static String tone(Queue queue) {
        return switch (queue.kind()) {
            case ACCEPT ->
                    queue.applications().stream().anyMatch(ApplicationEntry::urgent)
                            ? "red"
                            : "accent";
            case SUPPLY -> "yellow";
            case DELIVER, RESULTS -> "good";
            default -> "accent";
        };
    }

    private static Waiting.Line line(TaskLine line, Words words) {
        TaskView task = line.task();
        String next =
                task.state().equals("IN_DEPARTMENT") && task.mode() == Mode.SIMULATED
                        ? "SIMULATED"
                        : task.state();
        return new Waiting.Line(
                "/console/intake/tasks/" + task.id(),
                words.either(line.itemName(), line.itemNameEn()),
                line.enterpriseName() + " · " + line.number(),
                words.say("intake.next." + next),
                task.promisedDue(),
                null);
    }

    private static Waiting.Line line(Kind kind, ApplicationEntry entry, Words words) {
        ApplicationView application = entry.line().application();
        boolean atWindow = kind == Kind.ACCEPT;
        String about =
                kind == Kind.OPEN || kind == Kind.SUPPLY || kind == Kind.RESULTS
                        ? application.number()
                        : entry.line().enterpriseName() + " · " + application.number();
        String note =
                switch (kind) {
                    case ACCEPT -> words.say("intake.home.ACCEPT.note", entry.day());
                    case OPEN -> words.say("intake.application." + application.state());
                    case SUPPLY -> words.say("intake.home.SUPPLY.note");
                    case RESULTS -> words.say("intake.home.RESULTS.note");
                    default -> words.say("intake.application." + application.state());
                };
        return new Waiting.Line(
                "/console/intake/applications/" + application.id(),
                words.join(words.either(entry.line().itemNames(), entry.line().itemNamesEn())),
                about,
                note,
                atWindow ? entry.noticeDue() : null,
                null);
    }
}
