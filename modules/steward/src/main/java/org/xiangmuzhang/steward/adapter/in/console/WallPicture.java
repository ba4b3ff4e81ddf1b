package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.steward.port.in.ReadingWall;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where everything of a wall chart is drawn: shares of the width, from 0% to 100%. */
final class WallPicture {

    /** Of more months only every third is named. */
    private static final int ALL_NAMED = 14;

    private final ReadingWall.Sheet sheet;
    private final ItemWords words;
    private final double days;

    WallPicture(ReadingWall.Sheet sheet, ItemWords words) {
        this.sheet = sheet;
        this.words = words;
        this.days = ChronoUnit.DAYS.between(sheet.from(), sheet.to()) + 1;
    }

    /** The first day of a month; a year is named above its first month. */
    record Month(String at, @Nullable String name, @Nullable String year) {}

    /** A stretch of time. */
    record Bar(String at, String width) {}

    /** An end of a stage. */
    record Gate(String at, String number, boolean passed) {}

    /** A row with its drawing. */
    record Row(
            ReadingWall.Line line,
            @Nullable String group,
            @Nullable Bar baseline,
            @Nullable Bar plan,
            @Nullable Bar late,
            @Nullable Bar actual,
            @Nullable String target,
            List<Gate> gates,
            String said) {}

    List<Month> months() {
        List<Month> months = new ArrayList<>();
        long all = ChronoUnit.MONTHS.between(sheet.from(), sheet.to()) + 1;
        for (LocalDate day = sheet.from(); !day.isAfter(sheet.to()); day = day.plusMonths(1)) {
            boolean first = months.isEmpty() || day.getMonthValue() == 1;
            boolean named = all <= ALL_NAMED || day.getMonthValue() % 3 == 1 || first;
            months.add(
                    new Month(
                            at(day),
                            named ? words.say("steward.wall.month", day.getMonthValue()) : null,
                            first
                                    ? words.say(
                                            "steward.wall.year", Integer.toString(day.getYear()))
                                    : null));
        }
        return months;
    }

    String at(LocalDate day) {
        return percent(share(day));
    }

    private double share(LocalDate day) {
        double share = ChronoUnit.DAYS.between(sheet.from(), day) / days;
        return Math.clamp(share, 0, 1);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }

    private @Nullable Bar bar(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null || to.isBefore(from)) {
            return null;
        }
        double begin = share(from);
        double end = share(to.plusDays(1));
        return new Bar(percent(begin), percent(Math.max(end - begin, 0.002)));
    }

    List<Row> rows(ReadingWall.Group group) {
        List<Row> rows = new ArrayList<>();
        String last = null;
        for (ReadingWall.Line line : sheet.lines()) {
            String title = group == ReadingWall.Group.NONE ? null : title(line, group);
            rows.add(row(line, Objects.equals(title, last) ? null : title));
            last = title;
        }
        return rows;
    }

    private String title(ReadingWall.Line line, ReadingWall.Group group) {
        return switch (group) {
            case PLACE -> line.place();
            case INDUSTRY ->
                    line.industry() == null
                            ? words.say("steward.wall.no-industry")
                            : words.say("steward.wall.industry", line.industry());
            default ->
                    line.stage() == null
                            ? words.say("steward.wall.no-stage")
                            : words.say("steward.stage." + line.stage());
        };
    }

    private Row row(ReadingWall.Line line, @Nullable String group) {
        LocalDate finish = line.finish();
        LocalDate target = line.target();
        LocalDate actualTo = line.actualTo();
        if (actualTo == null && line.actualFrom() != null) {
            actualTo = sheet.on();
        }
        return new Row(
                line,
                group,
                bar(line.baselineBegins(), line.baselineFinish()),
                bar(line.begins(), finish),
                target == null ? null : bar(target.plusDays(1), finish),
                bar(line.actualFrom(), actualTo),
                target == null || target.isBefore(sheet.from()) || target.isAfter(sheet.to())
                        ? null
                        : at(target),
                gates(line),
                said(line, actualTo));
    }

    /** By the number of the stage in the law; ends outside of the axis are not drawn. */
    private List<Gate> gates(ReadingWall.Line line) {
        List<Gate> gates = new ArrayList<>();
        for (ReadingWall.Gate gate : line.stages()) {
            int number = Stage.valueOf(gate.stage()).ordinal() + 1;
            if (!gate.finish().isBefore(sheet.from()) && !gate.finish().isAfter(sheet.to())) {
                gates.add(
                        new Gate(
                                at(gate.finish()),
                                Integer.toString(number),
                                gate.done() == gate.items()));
            }
        }
        return gates;
    }

    private String said(ReadingWall.Line line, @Nullable LocalDate actualTo) {
        List<String> parts = new ArrayList<>();
        say(parts, "steward.wall.said.baseline", line.baselineBegins(), line.baselineFinish());
        say(parts, "steward.wall.said.plan", line.begins(), line.finish());
        say(parts, "steward.wall.said.actual", line.actualFrom(), actualTo);
        if (line.target() != null) {
            parts.add(words.say("steward.wall.said.target", line.target().toString()));
        }
        return parts.isEmpty()
                ? words.say("steward.plan.none")
                : String.join(words.say("steward.wall.said.and"), parts);
    }

    private void say(
            List<String> parts, String key, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null) {
            parts.add(words.say(key, from.toString(), to.toString()));
        }
    }
}
