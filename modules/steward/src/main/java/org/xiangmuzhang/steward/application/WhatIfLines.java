package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.domain.advice.Situation;
import org.xiangmuzhang.steward.domain.advice.WhatIf;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;
import org.xiangmuzhang.steward.port.in.WhatIfSheet;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Both plans side by side, with the names of the items. */
final class WhatIfLines {

    private static final Set<String> SHADOWS = Set.of("DROPPED", "REPLACED");

    private final UUID project;
    private final Situation situation;
    private final Sources sources;

    WhatIfLines(UUID project, Situation situation, Sources sources) {
        this.project = project;
        this.situation = situation;
        this.sources = sources;
    }

    WhatIfSheet sheet(WhatIf found) {
        LocalDate present = found.present().finish();
        LocalDate supposed = found.supposed().finish();
        LocalDate target = situation.chosen().target();
        return new WhatIfSheet(
                project,
                situation.today(),
                present,
                supposed,
                situation.days(present, supposed),
                target,
                found.conflicts().stream().noneMatch(one -> one.stage() == null),
                found.supposed().provisional(),
                found.items().stream()
                        .map(code -> line(code, found))
                        .filter(Objects::nonNull)
                        .toList(),
                found.contradictions().stream()
                        .map(
                                one ->
                                        new WhatIfSheet.Contradiction(
                                                sources.named(one.item()),
                                                sources.named(one.before())))
                        .toList(),
                found.conflicts().stream()
                        .map(
                                one ->
                                        new WhatIfSheet.Conflict(
                                                one.stage() == null ? null : one.stage().name(),
                                                one.wanted(),
                                                one.earliest()))
                        .toList());
    }

    /** Null for an item that neither plan has to do. */
    private WhatIfSheet.@Nullable Line line(String code, WhatIf found) {
        Step now = toDo(WhatIf.find(found.present(), code));
        Step then = toDo(WhatIf.find(found.supposed(), code));
        if (now == null && then == null) {
            return null;
        }
        LocalDate finish = now == null ? null : end(now);
        LocalDate supposed = then == null ? null : end(then);
        return new WhatIfSheet.Line(
                sources.named(code),
                now == null ? "PLANNED" : now.state(),
                now == null ? null : now.earliestStart(),
                finish,
                then == null ? null : then.earliestStart(),
                supposed,
                finish == null || supposed == null ? 0 : situation.days(finish, supposed),
                then != null && then.critical());
    }

    private static @Nullable Step toDo(@Nullable Step step) {
        return step == null || SHADOWS.contains(step.state()) ? null : step;
    }

    private static LocalDate end(Step step) {
        LocalDate actual = step.actualFinish();
        return actual == null ? step.earliestFinish() : actual;
    }
}
