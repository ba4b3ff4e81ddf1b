package org.xiangmuzhang.intake.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.List;
import java.util.Set;

class SubmissionTests {

    private static final Unmet LAND = new Unmet("LAND_RIGHT", true);
    private static final Unmet FIRM = new Unmet("ITEM:GOV-FEASIBILITY", false);

    @Test
    void takesAnItemFormallyWhenItsPreconditionsAreMet() {
        assertThat(examine(item(false, false, false), Mode.FORMAL)).isEmpty();
    }

    @Test
    void refusesAMilestone() {
        refuses("milestone-is-no-application", item(true, true, true), Mode.FORMAL);
    }

    @Test
    void refusesCommitmentAndSimulationWhereTheItemDoesNotAllowThem() {
        refuses("commitment-not-allowed", item(false, true, false), Mode.COMMITMENT);
        refuses("simulation-not-allowed", item(true, false, false), Mode.SIMULATED, LAND);
        assertThat(examine(item(true, false, false), Mode.COMMITMENT)).isEmpty();
    }

    @Test
    void refusesFormalSubmissionWithAnUnmetPreconditionAndNamesIt() {
        Refusal refusal =
                refuses("precondition-not-met", item(true, true, false), Mode.FORMAL, LAND);
        assertThat(refusal.arguments()).containsExactly("X", "LAND_RIGHT");
        refuses("precondition-not-met", item(true, true, false), Mode.COMMITMENT, FIRM);
    }

    @Test
    void simulatesOnlyOverConditionsThatMayComeLater() {
        assertThat(examine(item(true, true, false), Mode.SIMULATED, LAND))
                .containsExactly("LAND_RIGHT");
        Refusal refusal =
                refuses(
                        "precondition-not-met",
                        item(true, true, false),
                        Mode.SIMULATED,
                        LAND,
                        FIRM);
        assertThat(refusal.arguments()).containsExactly("X", "ITEM:GOV-FEASIBILITY");
    }

    @Test
    void refusesASimulationThatWaitsForNothingOrForItself() {
        refuses("nothing-to-simulate", item(true, true, false), Mode.SIMULATED);
        refuses(
                "simulation-waits-for-itself",
                item(true, true, false),
                Mode.SIMULATED,
                new Unmet("ITEM:X", true));
    }

    @Test
    void refusesASimulationWithoutAProject() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                Submission.examine(
                                        item(true, true, false),
                                        Mode.SIMULATED,
                                        false,
                                        List.of(),
                                        "/items/0"))
                .satisfies(
                        refusal ->
                                assertThat(refusal.rule()).isEqualTo("simulation-needs-project"));
    }

    private static Set<String> examine(Item item, Mode mode, Unmet... unmet) {
        return Submission.examine(item, mode, true, List.of(unmet), "/items/0");
    }

    private static Refusal refuses(String rule, Item item, Mode mode, Unmet... unmet) {
        try {
            examine(item, mode, unmet);
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).isEqualTo(rule);
            assertThat(refusal.pointers()).allMatch(pointer -> pointer.startsWith("/items/0"));
            return refusal;
        }
        throw new AssertionError("Not refused: " + rule);
    }

    private static Item item(boolean commitment, boolean simulatable, boolean milestone) {
        return new Item(
                "X",
                "1",
                "事项",
                "Item",
                Stage.LAND_AND_PROJECT,
                "PERMIT",
                "NR",
                null,
                TimeLimit.workingDays(5),
                Set.of(),
                commitment,
                false,
                simulatable,
                milestone,
                "批复",
                null,
                List.of(),
                Exclusion.NONE);
    }
}
