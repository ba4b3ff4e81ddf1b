package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.Entity;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of items on its way into the list of a place.
 *
 * @param file id of the stored file
 * @param dryRun it is only looked at
 * @param whole the file is the whole list: what is not in it is withdrawn
 * @param lineCount how many lines there are, or null while nobody knows
 * @param lines how many of them have been read
 * @param items how many versions are staged
 * @param faults what keeps it from being published
 * @param flags what an editor should look at again
 * @param base number of publications that the place had when it was begun
 * @param number of its own publication, or null
 */
@Entity
public record ItemImport(
        @Identity UUID id,
        Region region,
        UUID file,
        String fileName,
        boolean dryRun,
        boolean whole,
        State state,
        @Nullable Integer lineCount,
        int lines,
        int items,
        int unchanged,
        int withdrawn,
        int faults,
        int flags,
        UUID publication,
        int base,
        @Nullable Integer number,
        UUID startedBy,
        Instant startedAt,
        Instant movedAt) {

    /** Where it stands. */
    public enum State {
        READING,
        CHECKING,
        /** Has faults; nothing of it is kept but its report. */
        FAULTY,
        /** A dry run without faults. */
        CHECKED,
        /** Waits for two people. */
        READY,
        PUBLISHED,
        ABORTED;

        /** Whether somebody still works on it. */
        public boolean isMoving() {
            return this == READING || this == CHECKING;
        }
    }
}
