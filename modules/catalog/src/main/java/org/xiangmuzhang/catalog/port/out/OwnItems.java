package org.xiangmuzhang.catalog.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.own.Level;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.VersionLine;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every published version of every item of the lists of places; none is ever changed. */
public interface OwnItems {

    /**
     * Items that are to hold at once.
     *
     * @param source EDITOR or IMPORT
     */
    record Publication(UUID id, Region region, String source, UUID draftedBy) {}

    /**
     * The newest version that has begun by a day, of the nearest of the places that has one: it may
     * be over, or withdrawn.
     */
    Optional<OwnItem> newest(List<Region> places, String code, LocalDate day);

    /** The same for several codes at one place, by code. */
    Map<String, OwnItem> newest(Region region, Collection<String> codes, LocalDate day);

    /** The newest version of each code by code, as {@link #newest}, at most so many. */
    List<OwnItem> page(
            List<Region> places,
            Narrowed narrowed,
            @Nullable String after,
            int limit,
            LocalDate day);

    /** The version of an item that came with a publication. */
    Optional<OwnItem> version(Region region, String code, int number);

    /** Versions of an item, the one that begins last first, two hundred at most. */
    List<VersionLine> versions(Region region, String code);

    /** Which level each of the codes has had at the place, whenever. */
    Map<String, Level> levels(Region region, Collection<String> codes);

    /**
     * Codes whose newest version names the item of the place as the one above it: at the place, and
     * at others that have no item of this code of their own; these with their place behind.
     */
    List<String> children(
            Region region, Collection<Region> places, String code, LocalDate day, int limit);

    /** Codes whose newest version waits for the item of the place, told as {@link #children}. */
    List<String> waiting(
            Region region, Collection<Region> places, String code, LocalDate day, int limit);

    /** The days after a day on which something published begins at one of the places, in order. */
    List<LocalDate> beginnings(Collection<Region> places, LocalDate after);

    /**
     * Whether something that an import's items stand below or wait for was published at one of the
     * places since a moment, or begins there within these days.
     */
    boolean isMovedUnder(
            UUID publication,
            Collection<Region> places,
            Instant since,
            LocalDate after,
            LocalDate until);

    /** How many items of the place a department decides on by their newest versions. */
    long decidedBy(String department, LocalDate day);

    /** How many items of a level hold at the place on a day whose codes have another length. */
    long unfit(Region region, Level level, int length, LocalDate day);

    /** The first codes of a publication. */
    List<String> codes(UUID publication, int limit);

    /** How many publications the place has had; nobody else publishes there meanwhile. */
    int lock(Region region);

    /** How many publications the place has had. */
    int number(Region region);

    /** Puts a publication down that nobody sees yet. */
    void begin(Publication publication);

    /** Puts versions down for it; one whose code is there already is left out. */
    int add(UUID publication, Collection<OwnItem> items);

    /** Lets what was put down hold from a day on, under this number. */
    void publish(UUID publication, int number, LocalDate from, UUID by, Instant at);
}
