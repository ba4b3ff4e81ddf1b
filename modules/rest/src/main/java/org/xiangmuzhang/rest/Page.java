package org.xiangmuzhang.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.function.Function;

/**
 * A stretch of a long list, asked for with {@code ?after=<cursor>&limit=<1 to 200>}.
 *
 * @param next the cursor for the following page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many items a page has when nobody says. */
    public static final int USUAL = 50;

    /** How many items a page has at most. */
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** The page size that was asked for; refuses with {@code limit-bounds} outside 1 to 200. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw Refusal.invalid("limit-bounds", "/limit", 1, MOST);
        }
        return asked;
    }

    /**
     * Makes a page of what a query for {@code limit + 1} rows found.
     *
     * @param key the cursor that stands for an item
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<? super T, Cursor> key) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, key.apply(items.getLast()).text());
    }

    /** The same page with its items shown in another way. */
    public <R> Page<R> map(Function<? super T, ? extends R> shown) {
        return new Page<>(items.stream().<R>map(shown).toList(), next);
    }
}
