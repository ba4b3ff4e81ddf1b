package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A holiday moves while an item runs: its due date, the project's plan and its light agree. */
class CalendarJourneyTests {

    private static final Region PLACE = new Region("140500");
    private static final String ITEM = "SITE-PREEXAM";

    private final Platform platform = Platform.shared();

    @AfterEach
    void calendarAsShipped() throws IOException {
        publish(List.of());
        platform.settle();
    }

    @Test
    void dueDatePlanAndLightFollowANewlyPublishedCalendar() throws IOException {
        Story plant = Story.begin(platform, PLACE.code(), "PT-PV-GROUND", "放假调休的电站", "44");
        plant.signMandate(platform.today().plusYears(1));
        plant.drawPlan(Map.of("start", platform.today()));
        plant.elsewhere("PROJECT-CODE", "赋码-2026-7");
        plant.milestone("JOINT-PREEXAM");
        UUID site = plant.accept(plant.submit(false, Map.of(ITEM, "FORMAL")));
        LocalDate accepted = platform.today();
        WorkingDays before = calendar();
        int promised =
                platform.bean(Catalog.class).item(PLACE, ITEM).orElseThrow().promised().days();
        platform.forwardTo(before.plus(accepted, (promised + 1) / 2));
        assertThat(lights(plant)).containsExactly("PROMISED YELLOW");
        LocalDate due = date(plant.task(site, ITEM), "promisedDue");
        LocalDate finish = date(plant.plan(), "finish");
        assertThat(storedDue(site)).isEqualTo(due);

        publish(List.of(before.plus(accepted, 1), before.plus(accepted, 2)));
        WorkingDays after = calendar();
        Platform.await(
                "the light and the plan follow " + after.version(),
                () ->
                        lights(plant).size() == 2
                                && plant.plan().get("calendar").asString().equals(after.version())
                                && !storedDue(site).equals(due));
        platform.settle();

        LocalDate moved = after.plus(due, 2);
        assertThat(date(plant.task(site, ITEM), "promisedDue")).isEqualTo(moved);
        assertThat(storedDue(site)).isEqualTo(moved);
        assertThat(plant.plan().get("cause").asString())
                .isEqualTo("catalog.calendar-published " + after.version());
        assertThat(date(plant.plan(), "finish")).isAfter(finish);
        assertThat(date(plant.step(ITEM), "earliestFinish")).isEqualTo(moved);
        assertThat(lights(plant)).containsExactly("PROMISED YELLOW", "PROMISED GREEN");
        JsonNode turned = turned(plant).getLast();
        assertThat(date(turned, "due")).isEqualTo(moved);
        assertThat(turned.get("calendar").asString()).isEqualTo(after.version());
        plant.approve(site, ITEM);
    }

    @Test
    void aCalendarPublishedWhileAClockStandsLeavesExactlyWhatWasLeftOfIt() throws IOException {
        Story plant = Story.begin(platform, PLACE.code(), "PT-PV-GROUND", "停钟时调休的电站", "44");
        plant.signMandate(platform.today().plusYears(1));
        plant.drawPlan(Map.of("start", platform.today()));
        plant.elsewhere("PROJECT-CODE", "赋码-2026-8");
        plant.milestone("JOINT-PREEXAM");
        UUID site = plant.accept(plant.submit(false, Map.of(ITEM, "FORMAL")));
        LocalDate accepted = platform.today();
        WorkingDays before = calendar();
        int promised =
                platform.bean(Catalog.class).item(PLACE, ITEM).orElseThrow().promised().days();
        LocalDate stopped = before.plus(accepted, 3);
        LocalDate expected = before.plus(stopped, 4);
        platform.forwardTo(stopped);
        plant.pause(site, ITEM, "EXPERT", expected);
        LocalDate due = due(before, accepted, promised, stopped, expected);
        assertThat(date(plant.task(site, ITEM), "promisedDue")).isEqualTo(due);

        platform.forwardTo(before.plus(stopped, 1));
        publish(List.of(before.plus(stopped, 2), before.plus(expected, 2)));
        WorkingDays after = calendar();
        LocalDate moved = due(after, accepted, promised, stopped, expected);
        Platform.await("the due date follows", () -> storedDue(site).equals(moved));
        platform.settle();

        assertThat(moved)
                .as("of the two days off only the one after the pause counts")
                .isEqualTo(after.plus(due, 1));
        assertThat(plant.state(site, ITEM)).isEqualTo("PAUSED");
        assertThat(plant.as("clerk").get(Story.application(site) + "/moved-due-dates"))
                .singleElement()
                .satisfies(
                        move -> {
                            assertThat(date(move, "was")).isEqualTo(due);
                            assertThat(date(move, "becomes")).isEqualTo(moved);
                            assertThat(move.get("calendar").asString()).isEqualTo(after.version());
                        });

        LocalDate ended = after.plus(expected, 1);
        platform.forwardTo(ended);
        plant.resume(site, ITEM);

        LocalDate left = due(after, accepted, promised, stopped, ended);
        assertThat(after.between(ended, left)).isEqualTo(promised - 2);
        assertThat(date(plant.task(site, ITEM), "promisedDue")).isEqualTo(left);
        assertThat(storedDue(site)).isEqualTo(left);
        JsonNode resumed =
                plant.timeline().stream()
                        .filter(it -> it.get("event").asString().equals("intake.clock-resumed"))
                        .map(it -> it.get("data"))
                        .toList()
                        .getLast();
        assertThat(date(resumed, "promisedDue")).isEqualTo(left);
        assertThat(resumed.get("calendar").asString()).isEqualTo(after.version());
        plant.approve(site, ITEM);
    }

    /** Counted day by day: the day of acceptance and those of the pause do not count. */
    private static LocalDate due(
            WorkingDays calendar,
            LocalDate accepted,
            int days,
            LocalDate stopped,
            LocalDate ended) {
        LocalDate day = accepted;
        int counted = 0;
        while (counted < days) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day) && (day.isBefore(stopped) || day.isAfter(ended))) {
                counted++;
            }
        }
        return day;
    }

    private WorkingDays calendar() {
        return platform.bean(Catalog.class).calendar();
    }

    /** What the desk is ordered by. */
    private LocalDate storedDue(UUID application) {
        return platform.bean(JdbcClient.class)
                .sql("select promised_due from intake.task where application = ?")
                .param(application)
                .query(LocalDate.class)
                .single();
    }

    private static List<String> lights(Story story) {
        return turned(story).stream()
                .map(data -> data.get("clock").asString() + " " + data.get("light").asString())
                .toList();
    }

    private static List<JsonNode> turned(Story story) {
        return story.timeline().stream()
                .filter(it -> it.get("event").asString().equals("supervision.light-turned"))
                .map(it -> it.get("data"))
                .toList();
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asString());
    }

    /** The calendar as it ships, with these days off. */
    private void publish(List<LocalDate> off) throws IOException {
        try (InputStream shipped =
                Objects.requireNonNull(
                        Catalog.class.getResourceAsStream(
                                "/org/xiangmuzhang/catalog/template/workdays.csv"))) {
            Stream<String> kept =
                    new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(
                                    line ->
                                            off.stream()
                                                    .map(LocalDate::toString)
                                                    .noneMatch(line::startsWith));
            String table =
                    Stream.concat(kept, off.stream().map(CalendarJourneyTests::holiday))
                            .collect(Collectors.joining("\n", "", "\n"));
            platform.as("catalog-editor")
                    .importTable("workdays", table, platform.as("catalog-editor-000000"));
        }
    }

    private static String holiday(LocalDate day) {
        return String.join(
                ",",
                day.toString(),
                Integer.toString(day.getYear()),
                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA),
                "HOLIDAY,0,国庆节,National Day,OFFICIAL,H-2026");
    }
}
