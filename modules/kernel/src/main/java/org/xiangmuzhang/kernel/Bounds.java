package org.xiangmuzhang.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a value from outside may be at all, before any rule of the domain is asked: text that people
 * write, dates that a calendar can count to, numbers that can be written out and stored. Both edges
 * (bodies and form fields) apply it, so that no value that the log or a table cannot give back, or
 * that a day count never reaches, comes in.
 */
public final class Bounds {

    /** The first date that is one: the founding of the state whose offices use the platform. */
    public static final LocalDate FIRST = LocalDate.of(1949, 10, 1);

    /** The last date that is one. */
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private static final int DIGITS = 38;
    private static final int SCALE = 20;

    private Bounds() {}

    /** The date, or the refusal {@code date-out-of-range}. */
    public static LocalDate date(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw Refusal.invalid("date-out-of-range", "", FIRST, LAST);
        }
        return date;
    }

    /** A number of at most 38 digits, 20 of them decimals, or {@code number-out-of-range}. */
    public static BigDecimal number(BigDecimal number) {
        if (number.precision() > DIGITS || Math.abs((long) number.scale()) > SCALE) {
            throw Refusal.invalid("number-out-of-range", "", DIGITS, SCALE);
        }
        return number;
    }

    /**
     * Text without control characters other than tab and line ends, and without half characters, or
     * {@code character-not-allowed}.
     */
    public static String text(String text) {
        if (!text.codePoints().allMatch(Bounds::isWritten)) {
            throw Refusal.invalid("character-not-allowed", "");
        }
        return text;
    }

    private static boolean isWritten(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || !Character.isISOControl(character)
                        && Character.getType(character) != Character.SURROGATE;
    }
}
