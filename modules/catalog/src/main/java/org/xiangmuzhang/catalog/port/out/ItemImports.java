package org.xiangmuzhang.catalog.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.own.Above;
import org.xiangmuzhang.catalog.domain.own.ImportFault;
import org.xiangmuzhang.catalog.domain.own.ItemImport;
import org.xiangmuzhang.catalog.domain.own.ItemImport.State;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Imports with what they have staged and found out so far. */
public interface ItemImports {

    void add(ItemImport begun);

    Optional<ItemImport> find(UUID id);

    /** Whether the file has been imported at the place before, however that ended. */
    boolean knows(Region region, UUID file);

    /** Imports of these places that came before one, the latest first. */
    List<ItemImport> latest(List<Region> places, @Nullable UUID before, int limit);

    /** The oldest one behind an id on which there is work to do, be it clearing away. */
    Optional<ItemImport> next(@Nullable UUID after);

    /** Puts down how many lines there are. */
    void counted(UUID id, int lines);

    /**
     * Moves it on by so much, unless its state is another by now or somebody else has read on; who
     * asks later waits for the end of the transaction.
     *
     * @param before how many lines had been read
     */
    boolean moved(
            UUID id,
            State in,
            int before,
            int lines,
            int items,
            int unchanged,
            int withdrawn,
            Instant at);

    /** Lets it change its state, unless that is another by now. */
    boolean became(UUID id, State from, State to, Instant at);

    /** The number under which it was published. */
    void published(UUID id, int number);

    /** Keeps codes with their lines; those that are there already come back with theirs. */
    Map<String, Integer> codes(UUID id, Region region, Map<String, Integer> lines);

    /** On which line each of the codes stands, as far as they have come. */
    Map<String, Integer> lines(UUID id, Collection<String> codes);

    /** Items that are staged, as what stands below them sees them. */
    Map<String, Above> staged(UUID publication, Region region, Collection<String> codes);

    /** The sheet of a staged item. */
    Optional<ItemSheet> sheet(UUID publication, Region region, String code);

    /** Digests of what holds at the place itself on a day. */
    Map<String, String> digests(Region region, Collection<String> codes, LocalDate day);

    /** Codes that hold at the place on a day, behind one, that the file has not brought. */
    List<String> missing(UUID id, Region region, String after, LocalDate day, int limit);

    /**
     * What each item would wait for if the import held: its own, and unless it is whole what holds
     * at the place beside it.
     */
    void eachWait(ItemImport of, LocalDate day, BiConsumer<String, List<String>> use);

    /** Keeps faults behind those that there are. */
    void fault(UUID id, Region region, List<Fault> faults, boolean blocks);

    /** Faults behind a number. */
    List<ImportFault> faults(UUID id, int after, int limit);

    /** Takes some of what is staged away; false when nothing is left. */
    boolean clear(UUID publication, int limit);

    /** Nothing is left to do on it. */
    void cleared(UUID id);
}
