package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.port.in.Importing;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.steward.port.in.FollowingCalendar;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A new working calendar of the real catalog has plans drawn again. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@DirtiesContext
class CalendarScenarioTests {

    private static final Region CITY = new Region("140500");
    private static final Region ZONE = new Region("Z370403GX");
    private static final SocialCreditCode CODE = new SocialCreditCode("91350100M000100Y43");
    private static final AtomicInteger SERIAL = new AtomicInteger(500_000);

    @Autowired StewardApplication application;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired Registering registering;
    @Autowired PlanDrawing planDrawing;
    @Autowired Watching watching;
    @Autowired FollowingCalendar following;
    @Autowired StewardApplication.NotedTimetable timetable;
    @Autowired Importing importing;
    @Autowired Catalog catalog;
    @Autowired People people;
    @Autowired Enterprises enterprises;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;

    private UUID enterprise = UUID.randomUUID();

    @BeforeEach
    void calendarAsShipped() throws IOException {
        publish();
        following.run();
        enterprise =
                enterprises
                        .byCode(CODE)
                        .map(Enterprise::id)
                        .orElseGet(
                                () -> {
                                    UUID id = UUID.randomUUID();
                                    enterprises.add(new Enterprise(id, CITY, CODE, "沁水新能源有限公司"));
                                    return id;
                                });
    }

    @Test
    void plansOfEveryPlaceFollowAndTellTheCalendarVersionAsTheirCause() throws IOException {
        Actor city = steward(CITY);
        Actor zone = steward(ZONE);
        UUID there = planned(zone, "PT-IND-MOCK");
        UUID plant = planned(city, "PT-PV-GROUND");
        PlanSheet before = watching.plan(city, plant, null);
        PlanSheet beforeThere = watching.plan(zone, there, null);

        clock.forward(Duration.ofMinutes(1));
        Instant beforeThat = clock.instant();
        clock.forward(Duration.ofMinutes(1));
        timetable.wanted.clear();
        publish("2026-11-05", "2026-11-06");
        settle();
        assertThat(timetable.wanted).containsExactly(FollowingCalendar.WORK);
        assertThat(following.run()).isGreaterThanOrEqualTo(2);
        settle();

        String version = catalog.calendar().version();
        PlanSheet after = watching.plan(city, plant, null);
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(after.cause()).isEqualTo("catalog.calendar-published " + version);
        assertThat(after.calendar()).isEqualTo(version).isNotEqualTo(before.calendar());
        assertThat(catalog.calendar().between(before.finish(), after.finish())).isEqualTo(2);
        assertThat(watching.plan(zone, there, null).finish()).isAfter(beforeThere.finish());
        assertThat(watching.plan(city, plant, beforeThat)).isEqualTo(before);
        assertThat(watching.timeline(city, plant, null, 0, 200, Locale.ENGLISH).getLast().text())
                .contains("new working calendar " + version);
    }

    @Test
    void planThatDoesNotMoveIsNotRecordedAndNotLookedAtAgain() throws IOException {
        Actor city = steward(CITY);
        UUID plant = planned(city, "PT-PV-GROUND");
        long drawn = plansDrawn(plant);

        publish("2029-11-05");

        assertThat(following.run()).isPositive();
        assertThat(plansDrawn(plant)).isEqualTo(drawn);
        assertThat(following.run()).isZero();
    }

    @Test
    void plansThatCannotBeDrawnNowHoldUpNoOthersAndAreDrawnTheNextTime() throws IOException {
        Actor city = steward(CITY);
        List<UUID> plants =
                List.of(
                        planned(city, "PT-PV-GROUND"),
                        planned(city, "PT-PV-GROUND"),
                        planned(city, "PT-PV-GROUND"));
        jdbc.sql(
                        """
                        create function steward.stop() returns trigger language plpgsql as
                        $$ begin raise exception 'stopped'; end $$
                        """)
                .update();
        jdbc.sql(
                        "create trigger stop before update of calendar on steward.project for each"
                                + " row when (old.id = '%s') execute function steward.stop()"
                                        .formatted(plants.get(1)))
                .update();

        publish("2026-11-05", "2026-11-06");
        following.run();
        List<String> calendars = calendarsOf(plants);
        jdbc.sql("drop function steward.stop() cascade").update();

        String version = catalog.calendar().version();
        assertThat(calendars).filteredOn(version::equals).hasSize(2);
        assertThat(following.run()).isEqualTo(1);
        assertThat(calendarsOf(plants)).containsOnly(version);
        assertThat(following.run()).isZero();
    }

    private List<String> calendarsOf(List<UUID> projects) {
        return projects.stream()
                .map(project -> watching.plan(steward(CITY), project, null).calendar())
                .toList();
    }

    private long plansDrawn(UUID project) {
        return log.ofProject(project, 0, 200).stream()
                .map(LogEntry::type)
                .filter("steward.plan-drawn"::equals)
                .count();
    }

    private UUID planned(Actor steward, String type) {
        UUID project = UUID.randomUUID();
        registering.register(
                steward,
                new Registering.Registration(
                        project,
                        steward.region(),
                        "2610-140500-04-01-" + SERIAL.incrementAndGet(),
                        "沁水项目",
                        type,
                        enterprise,
                        null,
                        BigDecimal.TEN));
        registering.appoint(steward, project, -1, steward.person(), null);
        planDrawing.draw(
                steward,
                project,
                -1,
                new PlanDrawing.Wishes(null, null, Set.of(), Set.of(), Set.of(), Set.of(), false));
        settle();
        return project;
    }

    private Actor steward(Region region) {
        UUID id = UUID.randomUUID();
        people.add(new Person(id, "c" + id.toString().substring(0, 8), "李项目", null), null);
        Post post =
                new Post(
                        UUID.randomUUID(),
                        id,
                        Role.STEWARD,
                        region,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null);
        people.assign(post);
        application.actor = post.actor();
        return post.actor();
    }

    /** The calendar as it ships, with more days off. */
    private void publish(String... off) throws IOException {
        try (InputStream shipped =
                Objects.requireNonNull(
                        Catalog.class.getResourceAsStream(
                                "/org/xiangmuzhang/catalog/template/workdays.csv"))) {
            StringBuilder table =
                    new StringBuilder(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
            for (String day : off) {
                LocalDate date = LocalDate.parse(day);
                table.append(day)
                        .append(',')
                        .append(date.getYear())
                        .append(',')
                        .append(date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA))
                        .append(",HOLIDAY,0,国庆节,National Day,OFFICIAL,H-2026\n");
            }
            importing.importShipped(
                    Map.of("workdays", table.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void settle() {
        Await.settled(log);
    }
}
