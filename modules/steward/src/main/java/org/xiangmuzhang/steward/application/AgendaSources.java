package org.xiangmuzhang.steward.application;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.api.OwedMaterials;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.dispatch.Agenda;
import org.xiangmuzhang.steward.domain.dispatch.Kind;
import org.xiangmuzhang.steward.domain.dispatch.Matter;
import org.xiangmuzhang.steward.domain.dispatch.Standing;
import org.xiangmuzhang.steward.domain.ticket.Ticket;
import org.xiangmuzhang.steward.port.out.Dispatches;
import org.xiangmuzhang.steward.port.out.Factors;
import org.xiangmuzhang.steward.port.out.Sessions;
import org.xiangmuzhang.steward.port.out.Tickets;
import org.xiangmuzhang.steward.spi.OpenPromises;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to be called up at a place, each kind from where it is known. */
@Component
class AgendaSources {

    /** Nobody treats more in a week; what is left out comes when these are settled. */
    private static final int MOST = 100;

    private final Dispatches dispatches;
    private final Tickets tickets;
    private final Factors factors;
    private final Sessions sessions;
    private final ObjectProvider<OwedMaterials> owed;
    private final ObjectProvider<OpenPromises> promises;
    private final DispatchRules rules;

    AgendaSources(
            Dispatches dispatches,
            Tickets tickets,
            Factors factors,
            Sessions sessions,
            ObjectProvider<OwedMaterials> owed,
            ObjectProvider<OpenPromises> promises,
            DispatchRules rules) {
        this.dispatches = dispatches;
        this.tickets = tickets;
        this.factors = factors;
        this.sessions = sessions;
        this.owed = owed;
        this.promises = promises;
        this.rules = rules;
    }

    List<Matter> found(Region place) {
        List<Matter> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            found.addAll(coming(place, kind));
        }
        return found;
    }

    /** Goes on behind what is quiet or stands elsewhere, which hosts alone make so. */
    private List<Matter> coming(Region place, Kind kind) {
        for (int limit = MOST; ; limit *= 2) {
            List<Matter> all = found(place, kind, limit);
            if (all.size() < limit) {
                return all;
            }
            Map<Matter.Key, Standing> known = new HashMap<>();
            dispatches
                    .standing(place, all.stream().map(Matter::about).toList())
                    .forEach(one -> known.put(one.matter().key(), one));
            List<Matter> coming =
                    all.stream()
                            .filter(
                                    one ->
                                            Agenda.mayCome(
                                                    known.get(one.key()), place, rules.today()))
                            .limit(MOST)
                            .toList();
            if (coming.size() == MOST) {
                return coming;
            }
        }
    }

    private List<Matter> found(Region place, Kind kind, int limit) {
        return switch (kind) {
            case TICKET ->
                    tickets.overdue(place, rules.today(), limit).stream()
                            .map(AgendaSources::matter)
                            .toList();
            case SLACK -> dispatches.slack(place, rules.slack(place), limit);
            case FACTOR ->
                    factors.missing(place, rules.ahead(place), limit).stream()
                            .map(it -> new Matter(kind, it.id(), it.region(), it.project()))
                            .toList();
            case POINT ->
                    sessions.due(place, rules.ahead(place), limit).stream()
                            .map(it -> new Matter(kind, it.id(), it.region(), it.project()))
                            .toList();
            case OWED ->
                    owed.stream()
                            .flatMap(one -> one.of(place, rules.ahead(place), limit).stream())
                            .map(it -> new Matter(kind, it.task(), it.region(), it.project()))
                            .toList();
            case PROMISE ->
                    promises.stream()
                            .flatMap(one -> one.due(place, rules.ahead(place), limit).stream())
                            .map(it -> new Matter(kind, it.id(), it.region(), it.project()))
                            .toList();
            case STALE -> dispatches.stale(place, rules.stale(place), limit);
        };
    }

    static Matter matter(Ticket ticket) {
        return new Matter(Kind.TICKET, ticket.id(), ticket.region(), ticket.project());
    }

    /** Those of the matters whose cause still stands. */
    List<Matter> still(Collection<Matter> matters) {
        Set<Matter.Key> standing = new HashSet<>();
        matters.stream()
                .collect(Collectors.groupingBy(one -> new Asked(one.kind(), one.region())))
                .forEach(
                        (asked, some) -> {
                            List<UUID> about = some.stream().map(Matter::about).toList();
                            still(asked, about).stream()
                                    .map(id -> new Matter.Key(asked.kind(), id))
                                    .forEach(standing::add);
                        });
        return matters.stream().filter(one -> standing.contains(one.key())).toList();
    }

    private record Asked(Kind kind, Region region) {}

    private Set<UUID> still(Asked asked, List<UUID> about) {
        Region region = asked.region();
        return switch (asked.kind()) {
            case TICKET ->
                    tickets.byIds(about).stream()
                            .filter(Ticket::isOpen)
                            .map(Ticket::id)
                            .collect(Collectors.toSet());
            case SLACK -> dispatches.stillSlack(about, rules.slack(region));
            case FACTOR -> factors.stillMissing(about);
            case POINT -> sessions.stillOpen(about);
            case OWED ->
                    owed.stream()
                            .flatMap(one -> one.among(about).stream())
                            .map(OwedMaterials.Owed::task)
                            .collect(Collectors.toSet());
            case PROMISE ->
                    promises.stream()
                            .flatMap(one -> one.open(about).stream())
                            .collect(Collectors.toSet());
            case STALE -> dispatches.stillStale(about, rules.stale(region));
        };
    }
}
