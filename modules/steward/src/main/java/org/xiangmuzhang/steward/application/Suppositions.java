package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.advice.Course;
import org.xiangmuzhang.steward.domain.advice.Situation;
import org.xiangmuzhang.steward.domain.advice.Supposition;
import org.xiangmuzhang.steward.port.in.Advising.Supposed;

import java.util.ArrayList;
import java.util.List;

/** Reads suppositions as they were sent; the land right is the milestone that establishes it. */
final class Suppositions {

    private final Situation situation;

    Suppositions(Situation situation) {
        this.situation = situation;
    }

    List<Supposition> of(List<Supposed> sent) {
        List<Supposition> suppositions = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            suppositions.add(of("/suppositions/" + i, sent.get(i)));
        }
        return suppositions;
    }

    private Supposition of(String pointer, Supposed sent) {
        return switch (sent.kind()) {
            case "SLIPS" ->
                    new Supposition.Slips(
                            given(pointer + "/item", sent.item()),
                            given(pointer + "/days", sent.days()));
            case "ENDS" ->
                    new Supposition.Ends(
                            given(pointer + "/item", sent.item()),
                            given(pointer + "/on", sent.on()));
            case "LAND_RIGHT" ->
                    new Supposition.Ends(landRight(pointer), given(pointer + "/on", sent.on()));
            case "STARTS" -> new Supposition.Starts(given(pointer + "/on", sent.on()));
            case "TAKES" -> new Supposition.Takes(course(pointer, sent));
            case "LEAVES" -> new Supposition.Leaves(course(pointer, sent));
            default -> throw Refusal.invalid("what-if-kind", pointer + "/kind");
        };
    }

    private String landRight(String pointer) {
        return situation.type().items().stream()
                .filter(need -> need.mandatory() || isChosen(need.item()))
                .map(ProjectType.Need::item)
                .filter(item -> item.milestone() && Milestones.isLandRight(item.code()))
                .map(Item::code)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("what-if-no-land", pointer));
    }

    private boolean isChosen(Item item) {
        return situation.chosen().conditional().contains(item.code());
    }

    private static Course course(String pointer, Supposed sent) {
        return switch (given(pointer + "/course", sent.course())) {
            case "PARALLEL" -> Course.PARALLEL;
            case "MERGED" -> of(Course.Kind.MERGED, pointer, sent);
            case "SIMULATED" -> of(Course.Kind.SIMULATED, pointer, sent);
            case "OWED" -> of(Course.Kind.OWED, pointer, sent);
            default -> throw Refusal.invalid("what-if-kind", pointer + "/course");
        };
    }

    private static Course of(Course.Kind kind, String pointer, Supposed sent) {
        return new Course(kind, given(pointer + "/item", sent.item()));
    }

    private static <T> T given(String pointer, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid("what-if-incomplete", pointer);
        }
        return value;
    }
}
