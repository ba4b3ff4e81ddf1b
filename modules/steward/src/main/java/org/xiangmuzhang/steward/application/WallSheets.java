package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.steward.domain.wall.WallRow;
import org.xiangmuzhang.steward.port.in.ReadingWall;
import org.xiangmuzhang.steward.port.out.Wall;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looking at the wall chart; every page costs the same few statements. */
@Component
class WallSheets implements ReadingWall {

    private static final Set<Role> NO_READERS =
            Set.of(Role.APPLICANT, Role.INTERMEDIARY, Role.CATALOG_EDITOR);

    private static final Set<String> LIGHTS = Set.of("GREEN", "YELLOW", "ORANGE", "RED");

    /** So many people are offered as a filter. */
    private static final int OFFERED = 200;

    /** The axis reaches so far at most, so that a month can be told from the next. */
    private static final int MONTHS_BACK = 9;

    private static final int MONTHS_AHEAD = 15;

    private final Wall wall;
    private final Access access;
    private final Catalog catalog;
    private final Regions regions;
    private final People people;
    private final Clock clock;

    WallSheets(
            Wall wall,
            Access access,
            Catalog catalog,
            Regions regions,
            People people,
            Clock clock) {
        this.wall = wall;
        this.access = access;
        this.catalog = catalog;
        this.regions = regions;
        this.people = people;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Sheet wall(Actor actor, Question question, Locale language) {
        mustRead(actor);
        LocalDate today = WorkingDays.today(clock);
        LocalDate on = question.on() == null ? today : Bounds.date(question.on());
        if (on.isAfter(today)) {
            throw Refusal.invalid("wall-day-to-come", "/on", today);
        }
        boolean replayed = on.isBefore(today);
        Wall.Selection selection = selection(actor, question, replayed ? on : null, on);
        Wall.Group group = Wall.Group.valueOf(question.group().name());
        Place from = question.after();
        Wall.Key after =
                from == null ? null : new Wall.Key(from.group(), from.urgency(), from.project());
        List<Wall.Entry> found = wall.list(selection, group, after, question.limit() + 1);
        List<Wall.Entry> page = found.subList(0, Math.min(found.size(), question.limit()));
        Wall.Totals totals = wall.totals(selection, group, after);
        LocalDate first = earliest(on, totals.from());
        LocalDate last = latest(on, totals.to());
        return new Sheet(
                on,
                replayed,
                totals.projects(),
                totals.lights(),
                totals.late(),
                totals.before(),
                first,
                last,
                lines(actor, page, on, language),
                found.size() > page.size() ? place(page.getLast().key()) : null);
    }

    private static Place place(Wall.Key key) {
        return new Place(key.group(), key.urgency(), key.project());
    }

    private static void mustRead(Actor actor) {
        if (NO_READERS.contains(actor.role())) {
            throw Refusal.forbidden("role-may-not", actor.role().name());
        }
    }

    private static LocalDate earliest(LocalDate on, @Nullable LocalDate from) {
        LocalDate bound = on.minusMonths(MONTHS_BACK);
        LocalDate first = from == null || from.isAfter(on) ? on.minusMonths(1) : from;
        return (first.isBefore(bound) ? bound : first).withDayOfMonth(1);
    }

    private static LocalDate latest(LocalDate on, @Nullable LocalDate to) {
        LocalDate bound = on.plusMonths(MONTHS_AHEAD);
        LocalDate last = to == null || to.isBefore(on) ? on.plusMonths(1) : to;
        LocalDate day = last.isAfter(bound) ? bound : last;
        return day.withDayOfMonth(day.lengthOfMonth());
    }

    private Wall.Selection selection(
            Actor actor, Question question, @Nullable LocalDate past, LocalDate on) {
        if (question.stage() != null
                && Arrays.stream(Stage.values())
                        .noneMatch(it -> it.name().equals(question.stage()))) {
            throw Refusal.invalid("wall-stage", "/stage", question.stage());
        }
        if (question.light() != null && !LIGHTS.contains(question.light())) {
            throw Refusal.invalid("light-unknown", "/light", String.join(", ", LIGHTS));
        }
        Set<Region> places = placesOf(actor, question.region());
        String department = null;
        if (question.leader() != null) {
            Post post = leading(question.leader(), on);
            department = post.role() == Role.HEAD ? post.department() : null;
            Set<Region> led = new HashSet<>(regions.within(post.region()));
            led.retainAll(places);
            places = led;
        }
        return new Wall.Selection(
                places,
                past,
                question.stage(),
                question.light(),
                question.type(),
                question.steward(),
                department);
    }

    /** As a leader rather than as a head. */
    private Post leading(UUID leader, LocalDate on) {
        return people.posts(leader, on).stream()
                .filter(post -> post.person().equals(leader))
                .filter(post -> post.role() == Role.LEADER || post.role() == Role.HEAD)
                .max(Comparator.comparing(post -> post.role() == Role.LEADER))
                .orElseThrow(() -> Refusal.invalid("wall-leader-unknown", "/leader"));
    }

    /** The region asked for with what lies below it, as far as the actor's post reaches. */
    private Set<Region> placesOf(Actor actor, @Nullable Region asked) {
        if (asked == null) {
            return regions.reachOf(actor);
        }
        access.mustReach(actor, asked);
        return Regions.LOOK_DOWN.contains(actor.role()) ? regions.within(asked) : Set.of(asked);
    }

    private List<Line> lines(Actor actor, List<Wall.Entry> entries, LocalDate on, Locale language) {
        Leaders leaders = new Leaders(entries, on);
        Set<UUID> ids = new HashSet<>(leaders.all());
        entries.stream().map(Wall.Entry::steward).filter(Objects::nonNull).forEach(ids::add);
        Map<UUID, String> names = people.names(ids, actor, Occasion.MATTER);
        return entries.stream().map(entry -> line(entry, leaders, names, language)).toList();
    }

    private Line line(Wall.Entry entry, Leaders leaders, Map<UUID, String> names, Locale language) {
        WallRow row = entry.row();
        return new Line(
                entry.project(),
                entry.name(),
                entry.code(),
                entry.region(),
                catalog.regionName(entry.region()),
                entry.projectType(),
                entry.industry(),
                entry.key().group(),
                entry.steward(),
                entry.steward() == null ? null : names.get(entry.steward()),
                row.light(),
                row.stage(),
                row.items(),
                row.done(),
                row.running(),
                row.begins(),
                row.finish(),
                row.target(),
                row.leastSlack(),
                row.baselineBegins(),
                row.baselineFinish(),
                row.actualFrom(),
                row.actualTo(),
                row.stages().stream()
                        .map(it -> new Gate(it.stage(), it.finish(), it.items(), it.done()))
                        .toList(),
                row.next().stream()
                        .map(due -> obligation(entry.region(), due, leaders, names, language))
                        .toList());
    }

    private Obligation obligation(
            Region region,
            WallRow.Due due,
            Leaders leaders,
            Map<UUID, String> names,
            Locale language) {
        UUID leader = leaders.of(region, due.department());
        return new Obligation(
                due.item(),
                catalog.item(region, due.item())
                        .map(
                                item ->
                                        language.getLanguage().equals("en")
                                                ? item.nameEn()
                                                : item.nameZh())
                        .orElse(due.item()),
                due.department(),
                due.department().isEmpty()
                        ? ""
                        : catalog.departmentName(region, due.department(), language),
                leader,
                leader == null ? null : names.get(leader),
                due.due(),
                due.slack(),
                due.state());
    }

    /** Who leads what stands on a page: the head of the department, else the place's leader. */
    private final class Leaders {

        private final Map<String, UUID> led = new HashMap<>();

        Leaders(List<Wall.Entry> entries, LocalDate on) {
            Set<Region> places =
                    entries.stream().map(Wall.Entry::region).collect(Collectors.toSet());
            for (Post post : people.leading(places, on)) {
                String department = post.role() == Role.HEAD ? post.department() : "";
                if (department != null) {
                    led.putIfAbsent(key(post.region(), department), post.person());
                }
            }
        }

        private static String key(Region region, String department) {
            return region.code() + " " + department;
        }

        Set<UUID> all() {
            return Set.copyOf(led.values());
        }

        @Nullable UUID of(Region region, String department) {
            UUID head = led.get(key(region, department));
            return head == null ? led.get(key(region, "")) : head;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Choices choices(Actor actor, @Nullable Region region, Locale language) {
        mustRead(actor);
        Set<Region> places = placesOf(actor, region);
        Map<String, String> types = new LinkedHashMap<>();
        catalog.projectTypes(region == null ? actor.region() : region)
                .forEach(
                        type ->
                                types.put(
                                        type.code(),
                                        language.getLanguage().equals("en")
                                                ? type.nameEn()
                                                : type.nameZh()));
        List<UUID> leaders =
                people.leading(places, WorkingDays.today(clock)).stream()
                        .map(Post::person)
                        .distinct()
                        .limit(OFFERED)
                        .toList();
        List<UUID> stewards = wall.stewards(places, OFFERED);
        Set<UUID> all = new HashSet<>(leaders);
        all.addAll(stewards);
        Map<UUID, String> names = people.names(all, actor, Occasion.MATTER);
        Map<String, String> reached = new LinkedHashMap<>();
        new TreeSet<>(regions.reachOf(actor).stream().map(Region::code).toList())
                .forEach(code -> reached.put(code, catalog.regionName(new Region(code))));
        return new Choices(reached, types, called(stewards, names), called(leaders, names));
    }

    private static Map<String, String> called(List<UUID> ids, Map<UUID, String> names) {
        Map<String, String> called = new LinkedHashMap<>();
        ids.stream()
                .filter(names::containsKey)
                .sorted(Comparator.comparing(names::get))
                .forEach(id -> called.put(id.toString(), names.get(id)));
        return called;
    }
}
