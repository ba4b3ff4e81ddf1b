package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.Happening;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A stretch of a project's story, the newest day first. Plans drawn anew are no lines of their own:
 * what they did to the expected finish stands with the event that made them be drawn.
 *
 * @param before position from which the story goes on into the past, or null at its beginning
 */
record Chronicle(List<Day> days, @Nullable Long before) {

    /** Happenings looked at for one stretch. */
    static final int MOST = 60;

    private static final int LINES = 25;
    private static final String PLAN = "steward.plan-drawn";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    record Day(LocalDate date, List<Line> lines) {}

    /**
     * A line.
     *
     * @param person who acted, for the way to name and phone; null for the platform itself
     * @param inPlaceOf whose post it was, where a substitute acted
     * @param kind key, elsewhere, trouble or plain
     * @param effect what it did to the plan, or null
     */
    record Line(
            String time,
            @Nullable UUID person,
            @Nullable String who,
            @Nullable String inPlaceOf,
            @Nullable String role,
            String what,
            @Nullable String why,
            String kind,
            @Nullable Effect effect) {}

    /** The expected finish that came of it, and the one before; null when there was none. */
    record Effect(@Nullable String before, String finish) {}

    /** Of happenings, the newest first; one more than {@link #MOST} when there are further ones. */
    static Chronicle of(List<Happening> found) {
        List<Day> days = new ArrayList<>();
        List<Happening> plans = new ArrayList<>();
        boolean more = found.size() > MOST;
        Long last = null;
        int lines = 0;
        for (Happening one : found.subList(0, Math.min(found.size(), MOST))) {
            if (one.event().equals(PLAN)) {
                plans.add(one);
            } else if (lines == LINES) {
                more = true;
                break;
            } else {
                add(one, effect(plans), days);
                plans.clear();
                last = one.position();
                lines++;
            }
        }
        if (lines == 0 && !plans.isEmpty()) {
            add(plans.getFirst(), effect(plans), days);
            last = plans.getLast().position();
        }
        return new Chronicle(days, more ? last : null);
    }

    private static void add(Happening one, @Nullable Effect effect, List<Day> days) {
        ZonedDateTime when = one.recordedAt().atZone(WorkingDays.ZONE);
        if (days.isEmpty() || !days.getLast().date().equals(when.toLocalDate())) {
            days.add(new Day(when.toLocalDate(), new ArrayList<>()));
        }
        boolean platform = "SYSTEM".equals(one.role());
        days.getLast()
                .lines()
                .add(
                        new Line(
                                TIME.format(when),
                                platform ? null : one.actor(),
                                one.actorName(),
                                one.inPlaceOfName(),
                                platform ? null : one.roleName(),
                                one.text(),
                                one.why(),
                                kind(one),
                                effect));
    }

    /** From the finish before the first of the plans to that of the last; null when it stayed. */
    private static @Nullable Effect effect(List<Happening> plans) {
        if (plans.isEmpty()) {
            return null;
        }
        Object finish = plans.getFirst().data().get("finish");
        Object before = plans.getLast().data().get("finishBefore");
        return finish == null || Objects.equals(finish, before)
                ? null
                : new Effect(before == null ? null : before.toString(), finish.toString());
    }

    private static String kind(Happening one) {
        return switch (one.event()) {
            case "steward.decided-elsewhere", "steward.decided-elsewhere-corrected" -> "elsewhere";
            case "intake.item-decided" ->
                    "REJECTED".equals(one.data().get("outcome")) ? "trouble" : "key";
            case "intake.simulation-formalised",
                    "land.right-established",
                    "steward.milestone-reached",
                    "steward.project-closed" ->
                    "key";
            case "supervision.light-turned" ->
                    "GREEN".equals(one.data().get("light")) ? "plain" : "trouble";
            case "intake.application-turned-away",
                    "intake.simulation-reopened",
                    "steward.mandate-revoked" ->
                    "trouble";
            default -> "plain";
        };
    }
}
