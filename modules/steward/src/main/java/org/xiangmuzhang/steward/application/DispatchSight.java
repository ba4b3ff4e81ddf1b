package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.domain.dispatch.Kind;
import org.xiangmuzhang.steward.domain.dispatch.Line;
import org.xiangmuzhang.steward.domain.dispatch.Matter;
import org.xiangmuzhang.steward.domain.factor.Factor;
import org.xiangmuzhang.steward.domain.session.Point;
import org.xiangmuzhang.steward.port.out.Board;
import org.xiangmuzhang.steward.port.out.Factors;
import org.xiangmuzhang.steward.port.out.Sessions;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody reads of an agenda: who sees every ticket all of it, others the words of the
 * tickets that they see, a unit those of its factors, a steward those of its projects.
 */
@Component
class DispatchSight {

    private final TicketSight sight;
    private final Tickets tickets;
    private final Factors factors;
    private final Sessions sessions;
    private final Board board;

    DispatchSight(
            TicketSight sight, Tickets tickets, Factors factors, Sessions sessions, Board board) {
        this.sight = sight;
        this.tickets = tickets;
        this.factors = factors;
        this.sessions = sessions;
        this.board = board;
    }

    record Seen(boolean all, boolean placeless, Set<UUID> tickets, Set<UUID> own) {

        boolean ticket(UUID ticket) {
            return all || tickets.contains(ticket);
        }

        /** Whether its minutes are read, too. */
        boolean matter(Matter matter) {
            UUID project = matter.project();
            return matter.kind() == Kind.TICKET
                    ? ticket(matter.about())
                    : all
                            || own.contains(matter.about())
                            || (project == null ? placeless : own.contains(project));
        }
    }

    Seen of(Actor reader, List<Line> lines) {
        Tickets.Sight whose = sight.of(reader);
        if (whose.all()) {
            return new Seen(true, true, Set.of(), Set.of());
        }
        Set<UUID> seen =
                tickets.visible(
                        Stream.concat(
                                        about(lines, Kind.TICKET),
                                        lines.stream().map(Line::ticket).filter(Objects::nonNull))
                                .toList(),
                        whose);
        Set<UUID> own =
                whose.department() == null
                        ? Set.of()
                        : Stream.concat(
                                        factors.byIds(about(lines, Kind.FACTOR).toList()).stream()
                                                .filter(
                                                        it ->
                                                                it.department()
                                                                        .equals(whose.department()))
                                                .map(Factor::id),
                                        sessions.points(about(lines, Kind.POINT).toList()).stream()
                                                .filter(
                                                        it ->
                                                                it.department()
                                                                        .equals(whose.department()))
                                                .map(Point::id))
                                .collect(Collectors.toSet());
        return new Seen(
                false, whose.steward(), seen, whose.steward() ? carried(reader, lines) : own);
    }

    private Set<UUID> carried(Actor steward, List<Line> lines) {
        List<UUID> projects =
                lines.stream()
                        .map(line -> line.matter().project())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return board.rows(projects).values().stream()
                .filter(row -> steward.holder().equals(row.steward()))
                .map(Board.Row::project)
                .collect(Collectors.toSet());
    }

    private static Stream<UUID> about(List<Line> lines, Kind kind) {
        return lines.stream().map(Line::matter).filter(it -> it.kind() == kind).map(Matter::about);
    }
}
