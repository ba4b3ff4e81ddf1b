package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.database.Sight;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongSupplier;

/** Many things that are never in memory at once: counted, and read page by page. */
final class Pages<T> extends AbstractCollection<T> {

    private static final int AT_ONCE = 1000;

    /** At most {@code limit} things after one, or from the first. */
    interface Reading<T> {
        List<T> after(@Nullable T last, int limit);
    }

    private final LongSupplier count;
    private final Reading<T> reading;

    Pages(LongSupplier count, Reading<T> reading) {
        this.count = count;
        this.reading = reading;
    }

    @Override
    public int size() {
        return Math.toIntExact(Sight.ALL.during(count::getAsLong));
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {

            private List<T> page = read(null);
            private int next;

            @Override
            public boolean hasNext() {
                if (next == AT_ONCE) {
                    page = read(page.getLast());
                    next = 0;
                }
                return next < page.size();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.get(next++);
            }
        };
    }

    /** One after the other. */
    static <T> Collection<T> joined(List<Pages<T>> parts) {
        return new AbstractCollection<>() {

            @Override
            public int size() {
                return parts.stream().mapToInt(Collection::size).sum();
            }

            @Override
            public Iterator<T> iterator() {
                Iterator<Pages<T>> rest = parts.iterator();
                return new Iterator<>() {

                    private Iterator<T> now = Collections.emptyIterator();

                    @Override
                    public boolean hasNext() {
                        while (!now.hasNext() && rest.hasNext()) {
                            now = rest.next().iterator();
                        }
                        return now.hasNext();
                    }

                    @Override
                    public T next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        return now.next();
                    }
                };
            }
        };
    }

    private List<T> read(@Nullable T last) {
        return Sight.ALL.during(() -> reading.after(last, AT_ONCE));
    }
}
