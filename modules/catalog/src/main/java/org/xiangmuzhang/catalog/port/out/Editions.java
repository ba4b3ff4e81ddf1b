package org.xiangmuzhang.catalog.port.out;

import org.xiangmuzhang.catalog.domain.ItemRows;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Table;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every version of every table of the template. */
public interface Editions {

    /**
     * Which version of the catalog holds.
     *
     * @param version rises with every change
     * @param template the version in which the template changed last
     */
    record Head(long version, long template) {}

    /**
     * A change of the template.
     *
     * @param base the template's version that it was checked against
     * @param staged tables that were put down before
     * @param items codes of the items that get a new version
     */
    record Publication(
            long base, Map<Table, UUID> staged, Set<String> items, UUID by, Instant at) {}

    /**
     * An edition.
     *
     * @param shipped whether it came with the platform
     */
    record Published(int number, boolean shipped, boolean inForce, UUID by, Instant at) {}

    Head head();

    /** The tables in force. */
    Library library();

    /** The version of each item in force. */
    Map<String, Integer> itemNumbers();

    /** The edition of each table in force. */
    Map<Table, Integer> numbers();

    /** A table in one of its editions. */
    Optional<Sheet> sheet(Table table, int number);

    /** Editions of a table that were published, the newest first. */
    List<Published> published(Table table, int limit);

    /** Digest of the last edition of each table that came with the platform. */
    Map<Table, String> shipped();

    /** Puts tables down without making them hold; in a transaction of its own. */
    Map<Table, UUID> stage(Collection<Sheet> sheets, boolean shipped, Instant at);

    /** A table that was put down and is not published yet. */
    Sheet staged(Table table, UUID edition);

    /** Forgets what was put down before a moment and never published. */
    void forgetStaged(Instant before);

    /**
     * Makes staged tables hold and returns the catalog's new version; refuses with {@code
     * catalog-changed-meanwhile} when the template is no longer the base.
     */
    long publish(Publication publication);

    /** Takes the next version; who asks later waits for the end of the transaction. */
    long advance();

    /** The rows of an item in one of its versions. */
    Optional<ItemRows> rows(String code, int number);
}
