package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.port.in.AdviceSheet;
import org.xiangmuzhang.steward.port.in.PlanSheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Courses as they stand in an address: {@code SIMULATED~LAND-PLAN-PERMIT}, {@code PARALLEL~}. */
final class AdvisedCourses {

    private AdvisedCourses() {}

    /** Never empty: an address without courses asks for what the plan has. */
    static List<String> of(AdviceSheet.Option option) {
        return option.courses().isEmpty()
                ? List.of("NONE~")
                : option.courses().stream().map(AdvisedCourses::of).toList();
    }

    private static String of(AdviceSheet.Taken taken) {
        AdviceSheet.Named item = taken.item();
        return taken.kind() + "~" + (item == null ? "" : item.code());
    }

    /** What the form holds then, on the dates and with the conditional items that it had. */
    static PlanSheet.Wishes wishes(
            List<String> courses, PlanSheet.@Nullable Wishes chosen, LocalDate today) {
        return new PlanSheet.Wishes(
                chosen == null ? today : chosen.start(),
                chosen == null ? null : chosen.target(),
                chosen == null ? Map.of() : chosen.stageTargets(),
                chosen == null ? List.of() : chosen.conditional(),
                items(courses, "SIMULATED~"),
                items(courses, "MERGED~"),
                items(courses, "OWED~"),
                courses.contains("PARALLEL~"));
    }

    private static List<String> items(List<String> courses, String kind) {
        return courses.stream()
                .filter(course -> course.startsWith(kind))
                .map(course -> course.substring(kind.length()))
                .toList();
    }
}
