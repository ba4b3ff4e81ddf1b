package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.domain.ticket.TicketAct;
import org.xiangmuzhang.steward.port.in.Ticketing.Done;
import org.xiangmuzhang.steward.port.in.Ticketing.Sheet;
import org.xiangmuzhang.steward.port.out.ProjectRegister;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Tickets as somebody reads them: names as far as the reader may, and words. */
@Component
class TicketSheets {

    private final Tickets tickets;
    private final TicketSight sight;
    private final DispatchRules rules;
    private final ProjectRegister register;
    private final Catalog catalog;
    private final People people;
    private final Remarks remarks;
    private final Files files;

    TicketSheets(
            Tickets tickets,
            TicketSight sight,
            DispatchRules rules,
            ProjectRegister register,
            Catalog catalog,
            People people,
            Remarks remarks,
            Files files) {
        this.tickets = tickets;
        this.sight = sight;
        this.rules = rules;
        this.register = register;
        this.catalog = catalog;
        this.people = people;
        this.remarks = remarks;
        this.files = files;
    }

    /** In a list, without the story. */
    List<Sheet> of(Actor reader, Collection<Ticket> found, Locale language) {
        var named =
                new Named(
                        register.names(projects(found)),
                        people.names(involved(found, List.of()), reader, Occasion.LIST),
                        remarks.texts(found.stream().map(Ticket::problem).toList()),
                        Map.of());
        return found.stream()
                .map(ticket -> sheet(reader, ticket, List.of(), named, language))
                .toList();
    }

    Sheet whole(Actor reader, Ticket ticket, Locale language) {
        List<TicketAct> story = tickets.story(ticket.id());
        List<Ticket> one = List.of(ticket);
        var named =
                new Named(
                        register.names(projects(one)),
                        people.names(involved(one, story), reader, Occasion.MATTER),
                        remarks.texts(
                                Stream.concat(
                                                Stream.of(ticket.problem()),
                                                story.stream().map(TicketAct::remark))
                                        .filter(Objects::nonNull)
                                        .toList()),
                        files.byIds(
                                story.stream()
                                        .map(TicketAct::file)
                                        .filter(Objects::nonNull)
                                        .toList()));
        return sheet(reader, ticket, story, named, language);
    }

    /** What ids are called. */
    private record Named(
            Map<UUID, String> projects,
            Map<UUID, String> people,
            Map<UUID, String> texts,
            Map<UUID, StoredFile> files) {

        Done done(TicketAct act) {
            StoredFile file = act.file() == null ? null : files.get(act.file());
            return new Done(
                    act.kind(),
                    act.by(),
                    people.get(act.by()),
                    act.at(),
                    act.remark() == null ? null : texts.get(act.remark()),
                    act.file(),
                    file == null ? null : file.name());
        }
    }

    private static List<UUID> projects(Collection<Ticket> found) {
        return found.stream().map(Ticket::project).filter(Objects::nonNull).distinct().toList();
    }

    private static List<UUID> involved(Collection<Ticket> found, List<TicketAct> story) {
        return Stream.concat(
                        found.stream().flatMap(it -> Stream.of(it.raisedBy(), it.leader())),
                        story.stream().map(TicketAct::by))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Sheet sheet(
            Actor reader, Ticket it, List<TicketAct> story, Named named, Locale language) {
        return new Sheet(
                it.id(),
                it.region(),
                catalog.regionName(it.region()),
                it.project(),
                it.project() == null ? null : named.projects().get(it.project()),
                named.texts().get(it.problem()),
                it.department(),
                catalog.departmentName(it.region(), it.department(), language),
                it.leader(),
                it.leader() == null ? null : named.people().get(it.leader()),
                it.raisedBy(),
                named.people().get(it.raisedBy()),
                it.raisedOn(),
                it.due(),
                it.overdue(rules.calendar(), rules.today()),
                it.level(),
                catalog.regionName(it.level()),
                rules.step(it.region(), it.level()),
                it.state().name(),
                it.closedOn(),
                it.dispatch(),
                story.stream().map(named::done).toList(),
                sight.open(reader, it),
                it.version());
    }
}
