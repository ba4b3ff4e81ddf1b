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
import org.xiangmuzhang.steward.port.in.KeepingBooks;

import java.util.List;
import java.util.function.Predicate;

/**
 * Tells a department of the chapters that wait for its opinion, for the first time or again, and an
 * enterprise of the books that lack data.
 */
@Configuration(value = "steward.home-books", proxyBeanMethods = false)
class HomeBooks {

    @Bean
    @Order(4)
    static Slot stewardHomeBooks(ObjectProvider<CurrentVisitor> visitors, KeepingBooks keeping) {
        return new HomeSlot(
                visitors,
                actor ->
                        switch (actor.role()) {
                            case APPROVER, HEAD ->
                                    waiting(
                                            "steward.home.books",
                                            actor,
                                            keeping,
                                            KeepingBooks.Work.AGREE,
                                            HomeBooks::waits);
                            case APPLICANT ->
                                    waiting(
                                            "steward.home.books.data",
                                            actor,
                                            keeping,
                                            KeepingBooks.Work.DATUM,
                                            one -> !one.missing().isEmpty());
                            default -> List.of();
                        });
    }

    private static List<Waiting> waiting(
            String title,
            Actor actor,
            KeepingBooks keeping,
            KeepingBooks.Work work,
            Predicate<KeepingBooks.ChapterSheet> waits) {
        List<KeepingBooks.Volume> found =
                keeping
                        .list(
                                actor,
                                new KeepingBooks.Shelf(true, null, null, Waiting.MOST + 1),
                                LocaleContextHolder.getLocale())
                        .stream()
                        .filter(book -> book.open().contains(work))
                        .filter(book -> book.chapters().stream().anyMatch(waits))
                        .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(
                        new Waiting(
                                title,
                                Waiting.shown(found.size()),
                                "/console/projects/books",
                                "accent",
                                found.stream().limit(Waiting.SHOWN).map(HomeBooks::line).toList()));
    }

    private static boolean waits(KeepingBooks.ChapterSheet one) {
        return one.mine() && (one.verdict() == null || one.again());
    }

    private static Waiting.Line line(KeepingBooks.Volume book) {
        return new Waiting.Line(
                "/console/projects/books/" + book.id(),
                book.bundleName(),
                book.projectName() == null ? book.regionName() : book.projectName(),
                null,
                null,
                null);
    }
}
