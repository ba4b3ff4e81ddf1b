package org.xiangmuzhang.steward.application;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.intake.api.OwedMaterials;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.domain.dispatch.Kind;
import org.xiangmuzhang.steward.domain.dispatch.Line;
import org.xiangmuzhang.steward.domain.dispatch.Matter;
import org.xiangmuzhang.steward.domain.dispatch.Meeting;
import org.xiangmuzhang.steward.domain.dispatch.Outcome;
import org.xiangmuzhang.steward.domain.factor.Factor;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.port.in.Dispatching.Item;
import org.xiangmuzhang.steward.port.in.Dispatching.Sheet;
import org.xiangmuzhang.steward.port.out.Board;
import org.xiangmuzhang.steward.port.out.Factors;
import org.xiangmuzhang.steward.port.out.ProjectRegister;
import org.xiangmuzhang.steward.port.out.Sessions;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Meetings and agendas as somebody reads them. */
@Component
class DispatchSheets {

    private final DispatchRules rules;
    private final DispatchSight sight;
    private final ProjectRegister register;
    private final Board board;
    private final Tickets tickets;
    private final Factors factors;
    private final Sessions sessions;
    private final ObjectProvider<OwedMaterials> owed;
    private final Catalog catalog;
    private final People people;
    private final Remarks remarks;

    DispatchSheets(
            DispatchRules rules,
            DispatchSight sight,
            ProjectRegister register,
            Board board,
            Tickets tickets,
            Factors factors,
            Sessions sessions,
            ObjectProvider<OwedMaterials> owed,
            Catalog catalog,
            People people,
            Remarks remarks) {
        this.rules = rules;
        this.sight = sight;
        this.register = register;
        this.board = board;
        this.tickets = tickets;
        this.factors = factors;
        this.sessions = sessions;
        this.owed = owed;
        this.catalog = catalog;
        this.people = people;
        this.remarks = remarks;
    }

    List<Sheet> of(Actor reader, List<Meeting> meetings) {
        Map<UUID, String> hosts =
                people.names(
                        meetings.stream().map(Meeting::host).distinct().toList(),
                        reader,
                        Occasion.LIST);
        return meetings.stream().map(it -> sheet(reader, it, hosts, List.of())).toList();
    }

    Sheet whole(Actor reader, Meeting meeting, Locale language) {
        return sheet(
                reader,
                meeting,
                people.names(List.of(meeting.host()), reader, Occasion.MATTER),
                lines(reader, meeting.region(), meeting.lines(), language));
    }

    private Sheet sheet(Actor reader, Meeting meeting, Map<UUID, String> hosts, List<Item> lines) {
        return new Sheet(
                meeting.id(),
                meeting.region(),
                catalog.regionName(meeting.region()),
                meeting.week(),
                meeting.host(),
                hosts.get(meeting.host()),
                meeting.openedAt(),
                meeting.closedAt(),
                lines,
                reader.role() == Role.LEADER
                        && reader.region().equals(meeting.region())
                        && meeting.closedAt() == null,
                meeting.version());
    }

    /** Everything that the lines are about, looked up together; without what is not seen. */
    List<Item> lines(Actor reader, Region place, List<Line> lines, Locale language) {
        DispatchSight.Seen seen = sight.of(reader, lines);
        Map<UUID, Ticket> ofTickets = new HashMap<>();
        tickets.byIds(about(lines, Kind.TICKET)).forEach(it -> ofTickets.put(it.id(), it));
        Map<UUID, String> texts =
                remarks.texts(
                        Stream.concat(
                                        lines.stream().map(Line::remark),
                                        ofTickets.values().stream().map(Ticket::problem))
                                .filter(Objects::nonNull)
                                .toList());
        Map<UUID, String> projects =
                register.names(
                        lines.stream()
                                .map(line -> line.matter().project())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<UUID, String> details = new HashMap<>();
        ofTickets.forEach((id, it) -> details.put(id, it.due().toString()));
        board.rows(about(lines, Kind.SLACK))
                .forEach((id, row) -> details.put(id, String.valueOf(row.leastSlack())));
        factors.byIds(about(lines, Kind.FACTOR))
                .forEach((Factor it) -> details.put(it.id(), it.kind().name()));
        sessions.points(about(lines, Kind.POINT))
                .forEach(
                        it ->
                                details.put(
                                        it.id(),
                                        catalog.departmentName(
                                                it.region(), it.department(), language)));
        boolean english = language.getLanguage().equals("en");
        owed.stream()
                .flatMap(one -> one.among(about(lines, Kind.OWED)).stream())
                .forEach(
                        it ->
                                catalog.item(it.region(), it.itemCode())
                                        .ifPresent(
                                                item ->
                                                        details.put(
                                                                it.task(),
                                                                (english
                                                                                ? item.nameEn()
                                                                                : item.nameZh())
                                                                        + (it.due() == null
                                                                                ? ""
                                                                                : " · "
                                                                                        + it
                                                                                                .due()))));
        int most = rules.times(place);
        boolean hasAbove = rules.above(place) != null;
        return lines.stream()
                .map(
                        line -> {
                            Matter matter = line.matter();
                            Ticket ticket = ofTickets.get(matter.about());
                            UUID made =
                                    line.ticket() == null || !seen.ticket(line.ticket())
                                            ? null
                                            : line.ticket();
                            UUID remark =
                                    made != null || seen.matter(matter) ? line.remark() : null;
                            return new Item(
                                    line.id(),
                                    line.number(),
                                    matter.kind().name(),
                                    matter.about(),
                                    matter.region(),
                                    catalog.regionName(matter.region()),
                                    matter.project(),
                                    matter.project() == null
                                            ? null
                                            : projects.get(matter.project()),
                                    ticket == null || !seen.matter(matter)
                                            ? null
                                            : texts.get(ticket.problem()),
                                    matter.kind() == Kind.STALE
                                            ? ""
                                            : details.getOrDefault(matter.about(), ""),
                                    line.times(),
                                    hasAbove
                                            && line.outcome() == Outcome.OPEN
                                            && line.times() >= most,
                                    line.outcome().name(),
                                    remark == null ? null : texts.get(remark),
                                    made);
                        })
                .toList();
    }

    private static List<UUID> about(List<Line> lines, Kind kind) {
        return lines.stream()
                .map(Line::matter)
                .filter(matter -> matter.kind() == kind)
                .map(Matter::about)
                .toList();
    }
}
