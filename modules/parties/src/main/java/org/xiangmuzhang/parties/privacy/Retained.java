package org.xiangmuzhang.parties.privacy;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A kind of data that is kept for a time only, which places set within bounds. */
public interface Retained {

    /**
     * For how many days such data is kept.
     *
     * @param kind in letters only: the field of the setting, and the name in the report
     */
    record Term(String kind, int least, int most, int shipped) {}

    /**
     * One piece of data.
     *
     * @param region whose term holds for it
     * @param since when its time began
     * @param about what it belongs to: a hold on any of it keeps the piece
     * @param people whose it is, too, such as those who wrote it: a hold on any of them keeps it
     */
    record Piece(
            UUID id, Region region, Instant since, Map<HeldKind, UUID> about, Set<UUID> people) {

        public Piece(UUID id, Region region, Instant since, Map<HeldKind, UUID> about) {
            this(id, region, since, about, Set.of());
        }
    }

    Term term();

    /** At most {@code limit} pieces whose time began before a moment, by id, after one of them. */
    List<Piece> pieces(Instant before, @Nullable UUID after, int limit);

    /** How many pieces began before a moment, by the place whose term holds for them. */
    Map<Region, Long> count(Instant before);

    /** Removes a piece in the caller's transaction; false when it is still needed. */
    boolean remove(UUID id);
}
