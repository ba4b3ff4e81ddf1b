package org.xiangmuzhang.steward.domain.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.events.BaselineSet;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.ProjectClosed;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.spi.TurnedLight;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

class OnWallTests {

    private static final UUID PROJECT = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();
    private static final Region REGION = new Region("140500");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void planGivesBarGatesAndWhatComesNextWithItsDepartment() {
        WallRow row =
                planned(
                                step("A", "DONE", 3, 5),
                                step("B", "RUNNING", 8, 2),
                                step("C", "PLANNED", 20, -4))
                        .row();

        assertThat(row.items()).isEqualTo(3);
        assertThat(row.done()).isEqualTo(1);
        assertThat(row.running()).isEqualTo(1);
        assertThat(row.leastSlack()).isEqualTo(-4);
        assertThat(row.begins()).isEqualTo(DAY);
        assertThat(row.finish()).isEqualTo(DAY.plusDays(20));
        assertThat(row.actualFrom()).isEqualTo(DAY);
        assertThat(row.actualTo()).as("something runs").isNull();
        assertThat(row.stages())
                .containsExactly(
                        new WallRow.Gate("LAND_AND_PROJECT", DAY.plusDays(3), 1, 1),
                        new WallRow.Gate("CONSTRUCTION_PERMIT", DAY.plusDays(20), 2, 0));
        assertThat(row.next())
                .containsExactly(
                        new WallRow.Due(
                                "B", "CONSTRUCTION_PERMIT", "NR", DAY.plusDays(8), 2, "RUNNING"),
                        new WallRow.Due(
                                "C", "CONSTRUCTION_PERMIT", "NR", DAY.plusDays(20), -4, "PLANNED"));
        assertThat(row.stage()).isEqualTo("CONSTRUCTION_PERMIT");
    }

    @Test
    void planThatTellsTheDifferencesKeepsWhatItDoesNotTellOf() {
        OnWall wall = planned(step("A", "DONE", 3, 5), step("B", "RUNNING", 8, 2));

        OnWall next = after(wall, drawn(false, List.of(step("B", "DONE", 7, 3))));

        assertThat(next.items()).extracting(WallItem::item).containsExactly("A", "B");
        assertThat(next.items().getLast().department()).isEqualTo("NR");
        assertThat(next.row().done()).isEqualTo(2);
        assertThat(next.row().stage()).isNull();
        assertThat(next.row().actualTo()).isEqualTo(DAY.plusDays(7));
        assertThat(after(next, drawn(true, List.of(step("A", "DONE", 3, 5)))).items()).hasSize(1);
    }

    @Test
    void lightIsTheWorstOfWhatIsUnderWayAndGoesOutWithIt() {
        OnWall wall = planned(step("A", "RUNNING", 3, 5), step("B", "PLANNED", 8, 2));

        OnWall lit =
                after(
                        after(wall, light("A", "PROMISED", "ORANGE")),
                        light("A", "STATUTORY", "YELLOW"));

        assertThat(lit.row().light()).isEqualTo("ORANGE");
        assertThat(after(lit, light("A", "PROMISED", "GREEN")).row().light()).isEqualTo("YELLOW");
        assertThat(after(lit, light("ELSEWHERE", "PROMISED", "RED")).row().light())
                .as("of no item of the plan")
                .isEqualTo("ORANGE");
        assertThat(after(wall, light("B", "PROMISED", "RED")).row().light())
                .as("not under way")
                .isEqualTo("GREEN");
        OnWall withdrawn = after(lit, drawn(false, List.of(step("A", "PLANNED", 9, 5))));
        assertThat(withdrawn.row().light()).isEqualTo("GREEN");
        assertThat(
                        after(withdrawn, drawn(false, List.of(step("A", "RUNNING", 9, 5))))
                                .row()
                                .light())
                .as("under way anew")
                .isEqualTo("GREEN");
        assertThat(after(lit, drawn(false, List.of(step("A", "PAUSED", 9, 5)))).row().light())
                .isEqualTo("ORANGE");
    }

    @Test
    void lightThatTurnedBeforeThePlanHadItsItemWaitsForIt() {
        OnWall early =
                after(
                        after(planned(step("A", "PLANNED", 3, 5)), light("B", "PROMISED", "RED")),
                        light("B", "PROMISED", "ORANGE"));
        assertThat(early.row().light()).isEqualTo("GREEN");

        OnWall wall = after(early, drawn(false, List.of(step("B", "RUNNING", 8, 2))));
        assertThat(wall.row().light()).isEqualTo("ORANGE");
        assertThat(wall.ahead()).isEmpty();
        OnWall done = after(wall, drawn(false, List.of(step("B", "DONE", 8, 2))));
        assertThat(done.items().getLast().lights()).isEmpty();
        assertThat(
                        after(early, drawn(false, List.of(step("B", "DONE", 8, 2))))
                                .items()
                                .getLast()
                                .lights())
                .as("it ended before the plan had it")
                .isEmpty();
    }

    @Test
    void baselineReachesFromItsFirstStartAndClosingTakesTheProjectDown() {
        OnWall wall = planned(step("A", "PLANNED", 3, 5));

        OnWall measured =
                after(
                        wall,
                        new BaselineSet(
                                PROJECT,
                                REGION,
                                1,
                                DAY,
                                DAY.plusDays(9),
                                List.of(
                                        new BaselineSet.Mark("A", DAY.plusDays(2), DAY.plusDays(4)),
                                        new BaselineSet.Mark("B", DAY, DAY.plusDays(9))),
                                UUID.randomUUID()));

        assertThat(measured.row().baselineBegins()).isEqualTo(DAY);
        assertThat(measured.row().baselineFinish()).isEqualTo(DAY.plusDays(9));
        assertThat(measured.closed()).isFalse();
        assertThat(
                        after(
                                        measured,
                                        new ProjectClosed(
                                                PROJECT,
                                                REGION,
                                                "FINISHED",
                                                List.of(),
                                                DAY,
                                                UUID.randomUUID()))
                                .closed())
                .isTrue();
    }

    @Test
    void nothingIsToldOfAProjectThatWasNeverRegistered() {
        assertThat(OnWall.after(null, drawn(true, List.of()))).isNull();
    }

    private static OnWall planned(PlanDrawn.Step... steps) {
        OnWall registered =
                Objects.requireNonNull(
                        OnWall.after(
                                null,
                                new ProjectRegistered(
                                        PROJECT,
                                        REGION,
                                        "code",
                                        "PT-PV-GROUND",
                                        "0",
                                        UUID.randomUUID(),
                                        "44",
                                        null,
                                        DAY)));
        return after(registered, drawn(true, List.of(steps)));
    }

    private static OnWall after(OnWall wall, LoggedEvent event) {
        return Objects.requireNonNull(OnWall.after(wall, event));
    }

    private static PlanDrawn.Step step(String item, String state, int finish, int slack) {
        boolean done = state.equals("DONE");
        return new PlanDrawn.Step(
                item,
                "1",
                state,
                3,
                DAY,
                DAY.plusDays(finish),
                DAY,
                DAY.plusDays(finish),
                slack,
                false,
                state.equals("PLANNED") ? null : DAY,
                done ? DAY.plusDays(finish) : null,
                null);
    }

    private static PlanDrawn drawn(boolean whole, List<PlanDrawn.Step> steps) {
        return new PlanDrawn(
                PROJECT,
                REGION,
                1,
                "steward.courses-chosen",
                null,
                DAY,
                DAY.plusDays(20),
                null,
                false,
                "0",
                "2026",
                whole,
                null,
                steps,
                List.of(),
                whole
                        ? steps.stream()
                                .map(
                                        step ->
                                                new PlanDrawn.Words(
                                                        step.itemCode(),
                                                        "1",
                                                        "",
                                                        "",
                                                        step.itemCode().equals("A")
                                                                ? "LAND_AND_PROJECT"
                                                                : "CONSTRUCTION_PERMIT",
                                                        "NR",
                                                        "",
                                                        "",
                                                        false))
                                .toList()
                        : List.of(),
                DAY);
    }

    private static TurnedLight light(String item, String clock, String light) {
        return new Turned(item, clock, light);
    }

    /** As a watching context tells it. */
    @EventType(name = "test.wall-light-turned")
    record Turned(String itemCode, String clock, String light) implements TurnedLight {

        @Override
        public UUID task() {
            return TASK;
        }

        @Override
        public UUID subject() {
            return TASK;
        }

        @Override
        public Region region() {
            return REGION;
        }

        @Override
        public @Nullable UUID project() {
            return PROJECT;
        }
    }
}
