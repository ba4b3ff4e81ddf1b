package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.book.Book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The books of projects. */
public interface Books {

    /** Which of those that somebody sees, the newest first. */
    record Selection(boolean open, @Nullable UUID project, @Nullable UUID before, int limit) {}

    /**
     * What was booked for a project in a year, in yuan; of books with a reply alone.
     *
     * @param items how many assessments were booked
     */
    record Booked(
            UUID project,
            Region region,
            int year,
            int items,
            BigDecimal alone,
            BigDecimal government,
            BigDecimal enterprise) {}

    /**
     * Refuses with {@code book-id-taken} when there is one with the id, and with {@code
     * book-item-open-already} while the project has an item in another book without a reply.
     */
    void add(Book book);

    Optional<Book> visible(UUID book, Sessions.Sight sight);

    /** The book for the caller's transaction alone. */
    Optional<Book> held(UUID book);

    void save(Book book);

    List<Book> list(Sessions.Sight sight, Selection selection);

    /** What was booked at places, in one year or ever, the projects that saved most first. */
    List<Booked> booked(Set<Region> regions, @Nullable Integer year, int limit);

    /** The same summed by place and year. */
    List<Booked> byPlace(Set<Region> regions, @Nullable Integer year);
}
