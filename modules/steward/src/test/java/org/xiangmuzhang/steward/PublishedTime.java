package org.xiangmuzhang.steward;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Published times in working days, by the rule that the document states. */
final class PublishedTime {

    private static final Pattern TIME = Pattern.compile("\\b(days?|months?)\\b");
    private static final int DAYS_OF_A_MONTH = 30;

    private PublishedTime() {}

    /** From the shorter to the longer reading; both the same where the source leaves no doubt. */
    record Reading(BigDecimal low, BigDecimal high) {
        /** What it is more than a figure. */
        Reading minus(int days) {
            BigDecimal less = BigDecimal.valueOf(days);
            return new Reading(low.subtract(less), high.subtract(less));
        }

        /** What a figure is more than it. */
        Reading from(int days) {
            BigDecimal more = BigDecimal.valueOf(days);
            return new Reading(more.subtract(high), more.subtract(low));
        }

        @Override
        public String toString() {
            return low.compareTo(high) == 0 ? low.toString() : low + " – " + high;
        }
    }

    static boolean isTime(String unit) {
        return TIME.matcher(unit).find();
    }

    /**
     * A published figure, or null when there is none. A figure may bring its own unit ({@code 3-12
     * months}).
     */
    static @Nullable Reading read(String figure, String unit) {
        if (figure.isEmpty()) {
            return null;
        }
        String own = figure.replaceAll("[0-9-]+", "").strip();
        String[] ends = figure.replaceAll("[^0-9-]", "").split("-", 2);
        Reading first = read(Integer.parseInt(ends[0]), own.isEmpty() ? unit : own);
        return ends.length == 1
                ? first
                : new Reading(
                        first.low(),
                        read(Integer.parseInt(ends[1]), own.isEmpty() ? unit : own).high());
    }

    private static Reading read(int figure, String unit) {
        if (unit.contains("working day")) {
            return new Reading(BigDecimal.valueOf(figure), BigDecimal.valueOf(figure));
        }
        if (unit.contains("calendar day")) {
            return calendar(figure);
        }
        if (unit.contains("month")) {
            return calendar(figure * DAYS_OF_A_MONTH);
        }
        return new Reading(calendar(figure).low(), BigDecimal.valueOf(figure));
    }

    private static Reading calendar(int days) {
        BigDecimal working =
                BigDecimal.valueOf(days * 5L).divide(BigDecimal.valueOf(7), 1, RoundingMode.DOWN);
        return new Reading(working, working);
    }
}
