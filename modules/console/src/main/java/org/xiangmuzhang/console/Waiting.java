package org.xiangmuzhang.console;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that waits for the visitor, as the home page shows it: a slot named {@code
 * console.home} with the template {@code console/components :: waiting} puts a list of these under
 * the key {@code waiting}.
 *
 * @param titleKey key of the message that names it
 * @param count how many there are, as it is shown, such as {@code 12} or {@code 99+}
 * @param path page that shows them all
 * @param tone null, accent, good, yellow or red
 * @param lines the most urgent ones, at most five
 */
public record Waiting(
        String titleKey, String count, String path, @Nullable String tone, List<Line> lines) {

    /** How many a list is counted up to. */
    public static final int MOST = 99;

    /** How many lines a list shows. */
    public static final int SHOWN = 5;

    public Waiting {
        lines = List.copyOf(lines);
    }

    /**
     * One of them.
     *
     * @param path its page
     * @param name what it is
     * @param about whose, or where it belongs
     * @param note what is to be said of it, such as the next action
     * @param due until when, or null
     * @param light its light, or null
     */
    public record Line(
            String path,
            String name,
            String about,
            @Nullable String note,
            @Nullable LocalDate due,
            @Nullable Light light) {}

    /** What is shown for a number of which at most {@code MOST + 1} were counted. */
    public static String shown(int counted) {
        return counted > MOST ? MOST + "+" : Integer.toString(counted);
    }
}
