package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangmuzhang.steward.Town.CITY;
import static org.xiangmuzhang.steward.Town.ZH;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Dispatching;
import org.xiangmuzhang.steward.port.in.Dispatching.Item;
import org.xiangmuzhang.steward.port.in.Dispatching.Minute;
import org.xiangmuzhang.steward.port.in.Dispatching.Treatment;
import org.xiangmuzhang.steward.port.in.ListingFactors;
import org.xiangmuzhang.steward.port.in.Ticketing;
import org.xiangmuzhang.steward.port.in.Ticketing.Step;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A hundred weeks at three levels (six hundred with -Pfull), in which tickets are raised, answered,
 * closed, reopened, raised a level and carried over at random: no open ticket vanishes between two
 * weeks, nothing that the host settled goes up, nothing is on two levels at once.
 */
@SpringBootTest(
        classes = StewardApplication.class,
        properties = "xiangmuzhang.test=weeks",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RandomWeeksTests {

    private static final int WEEKS = Boolean.getBoolean("xiangmuzhang.full") ? 600 : 100;
    private static final long SEED = 20261130;

    @Autowired ApplicationContext context;
    @Autowired Dispatching dispatching;
    @Autowired Ticketing ticketing;
    @Autowired ListingFactors factors;
    @Autowired StewardApplication.MovableClock clock;

    private final Random random = new Random(SEED);
    private final Set<UUID> open = new HashSet<>();
    private final Set<UUID> closed = new HashSet<>();
    private final Map<Region, Set<UUID>> lastAgenda = new HashMap<>();
    private final Set<UUID> settled = new HashSet<>();

    @Test
    void noOpenTicketVanishesBetweenTwoWeeks() {
        Town town = new Town(context);
        UUID project = town.project();
        Actor top = town.hired(Role.LEADER, new Region("140000"), null, null);
        List<Actor> hosts = List.of(top, town.cityLeader, town.leader);
        int treated = 0;
        for (int week = 0; week < WEEKS; week++) {
            between(town, project);
            Map<Actor, UUID> meetings = new LinkedHashMap<>();
            Set<UUID> seen = new HashSet<>();
            for (Actor host : hosts) {
                UUID dispatch = dispatching.open(host, UUID.randomUUID());
                meetings.put(host, dispatch);
                List<UUID> agenda = lines(host, dispatch).stream().map(Item::about).toList();
                assertThat(both(agenda, seen)).as("week %s: on two levels", week).isEmpty();
                seen.addAll(agenda);
                nothingVanished(host, agenda, week);
                lastAgenda.put(host.region(), Set.copyOf(agenda));
            }
            List<Actor> order = new ArrayList<>(hosts);
            Collections.shuffle(order, random);
            for (Actor host : order) {
                treated += treat(host, Objects.requireNonNull(meetings.get(host)), week);
            }
            everyTicketIsKnown(town);
            clock.forward(Duration.ofDays(7));
        }
        assertThat(treated).isGreaterThan(WEEKS);
        assertThat(closed).hasSizeGreaterThan(50);
    }

    /**
     * 146 calls, of which 128 are answered and closed: the other 18 are still there, one by one.
     */
    @Test
    @Practice("PR-207")
    void follows146CallsTo128Closings() {
        Town town = new Town(context, new Region("140524"));
        UUID project = town.project();
        List<UUID> calls = new ArrayList<>();
        UUID proof = town.file(town.applicant);
        for (int i = 0; i < 146; i++) {
            calls.add(town.ticket(town.applicant, project, null));
        }
        for (UUID call : calls.subList(0, 128)) {
            town.act(town.unit, call, Step.ANSWER, null);
            town.act(town.applicant, call, Step.CLOSE, proof);
        }
        assertThat(ids(town, project, false))
                .containsExactlyInAnyOrderElementsOf(calls.subList(128, 146));
        assertThat(ids(town, project, true))
                .containsExactlyInAnyOrderElementsOf(calls.subList(0, 128));
        assertThat(town.seen(town.applicant, calls.getFirst()).story())
                .extracting(Ticketing.Done::kind)
                .containsExactly("RAISE", "ANSWER", "CLOSE");
    }

    private List<UUID> ids(Town town, UUID project, boolean done) {
        return ticketing
                .list(
                        town.applicant,
                        new Ticketing.Filter(
                                false, false, false, done, null, project, null, null, 200),
                        ZH)
                .stream()
                .map(Ticketing.Sheet::id)
                .toList();
    }

    private void between(Town town, UUID project) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            LocalDate due = WorkingDays.today(clock).plusDays(random.nextInt(15));
            open.add(town.ticket(town.steward, random.nextBoolean() ? project : null, due));
        }
        if (random.nextInt(4) == 0) {
            factors.list(
                    town.steward,
                    project,
                    new ListingFactors.Need(
                            UUID.randomUUID(),
                            ListingFactors.Kind.LAND,
                            null,
                            "NR",
                            WorkingDays.today(clock).plusDays(random.nextInt(9))));
        }
        for (UUID ticket : List.copyOf(open)) {
            by(town, ticket);
        }
        for (UUID ticket : List.copyOf(closed)) {
            if (random.nextInt(200) == 0) {
                town.act(
                        town.seen(town.leader, ticket).open().contains(Step.REOPEN)
                                ? town.leader
                                : town.steward,
                        ticket,
                        Step.REOPEN,
                        null);
                closed.remove(ticket);
                settled.remove(ticket);
                open.add(ticket);
            }
        }
    }

    /** Sometimes answered, closed or raised by hand. */
    private void by(Town town, UUID ticket) {
        Actor raiser =
                town.seen(town.leader, ticket).raisedBy().equals(town.steward.person())
                        ? town.steward
                        : town.leader;
        int what = random.nextInt(20);
        if (what == 0 && !town.seen(raiser, ticket).level().equals(new Region("140000"))) {
            if (town.seen(raiser, ticket).open().contains(Step.ESCALATE)) {
                Region before = town.seen(raiser, ticket).level();
                town.act(raiser, ticket, Step.ESCALATE, null);
                boolean was = lastAgenda.getOrDefault(before, Set.of()).contains(ticket);
                if (was) {
                    Region above = before.equals(CITY) ? new Region("140000") : CITY;
                    moved(ticket, before, above);
                }
            }
        } else if (what == 1) {
            town.act(town.unit, ticket, Step.ANSWER, null);
        } else if (what < 5 && town.seen(raiser, ticket).open().contains(Step.CLOSE)) {
            town.act(raiser, ticket, Step.CLOSE, town.file(raiser));
            open.remove(ticket);
            closed.add(ticket);
        }
    }

    private void moved(UUID about, Region from, Region to) {
        Set<UUID> before = new HashSet<>(lastAgenda.getOrDefault(from, Set.of()));
        before.remove(about);
        lastAgenda.put(from, before);
        Set<UUID> after = new HashSet<>(lastAgenda.getOrDefault(to, Set.of()));
        after.add(about);
        lastAgenda.put(to, after);
    }

    private void nothingVanished(Actor host, List<UUID> agenda, int week) {
        Set<UUID> expected = new HashSet<>(lastAgenda.getOrDefault(host.region(), Set.of()));
        expected.retainAll(open);
        assertThat(agenda).as("week %s at %s", week, host.region().code()).containsAll(expected);
        assertThat(both(agenda, closed)).as("week %s: closed or settled", week).isEmpty();
        if (!host.region().equals(Town.COUNTY)) {
            assertThat(both(agenda, settled)).as("week %s: settled below", week).isEmpty();
        }
    }

    private static Set<UUID> both(Collection<UUID> some, Set<UUID> others) {
        Set<UUID> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private int treat(Actor host, UUID dispatch, int week) {
        int treated = 0;
        for (Item line : lines(host, dispatch)) {
            boolean ticket = line.kind().equals("TICKET");
            Treatment way = Treatment.values()[random.nextInt(3)];
            if (ticket && way == Treatment.TICKET || random.nextInt(3) == 0) {
                continue;
            }
            String text = way == Treatment.CARRY ? null : "第 " + week + " 周定";
            dispatching.treat(
                    host,
                    dispatch,
                    line.id(),
                    -1,
                    new Minute(way, text, way == Treatment.TICKET ? "NR" : null, null, null));
            treated++;
        }
        dispatching.close(host, dispatch, -1);
        for (Item line : lines(host, dispatch)) {
            UUID about = line.about();
            switch (line.outcome()) {
                case "SETTLED" -> {
                    settled.add(about);
                    if (line.kind().equals("TICKET")) {
                        open.remove(about);
                        closed.add(about);
                    }
                    forget(host.region(), about);
                }
                case "TICKET" -> {
                    open.add(Objects.requireNonNull(line.ticket()));
                    forget(host.region(), about);
                    Set<UUID> next = new HashSet<>(lastAgenda.get(host.region()));
                    next.add(line.ticket());
                    lastAgenda.put(host.region(), next);
                }
                case "RAISED" ->
                        moved(
                                about,
                                host.region(),
                                host.region().equals(CITY) ? new Region("140000") : CITY);
                default -> settled.remove(about);
            }
        }
        return treated;
    }

    private void forget(Region region, UUID about) {
        Set<UUID> rest = new HashSet<>(lastAgenda.get(region));
        rest.remove(about);
        lastAgenda.put(region, rest);
    }

    private void everyTicketIsKnown(Town town) {
        Set<UUID> found = new HashSet<>();
        LocalDate due = null;
        UUID after = null;
        while (true) {
            List<Ticketing.Sheet> page =
                    ticketing.list(
                            town.leader,
                            new Ticketing.Filter(
                                    false, false, false, false, null, null, due, after, 100),
                            ZH);
            page.forEach(one -> found.add(one.id()));
            if (page.size() < 100) {
                break;
            }
            due = page.getLast().due();
            after = page.getLast().id();
        }
        assertThat(found).containsAll(open);
        assertThat(both(found, closed)).isEmpty();
    }

    private List<Item> lines(Actor host, UUID dispatch) {
        return dispatching.meeting(host, dispatch, ZH).lines();
    }
}
