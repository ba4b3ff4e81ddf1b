package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Free text that people write. Events carry its id, so that it can be erased from everywhere. */
public interface Remarks {

    /**
     * Keeps a text of 1 to 2000 characters, else refuses with {@code remark-length}.
     *
     * @param pointer JSON pointer to the field in which the author sent it
     */
    UUID write(Region region, UUID author, String text, String pointer);

    /** A text with where and when it was written. */
    record Written(UUID id, Region region, Instant at, String text) {}

    /** Removes texts for good; their ids show nothing from then on. */
    void remove(Collection<UUID> ids);

    /** At most {@code limit} texts of somebody that are still there, by id, after one of them. */
    List<Written> by(UUID author, @Nullable UUID after, int limit);

    /** How many texts of somebody are still there. */
    long countBy(UUID author);

    Optional<String> text(UUID id);

    /** Texts for showing, in one look-up; unknown ids are left out. */
    Map<UUID, String> texts(Collection<UUID> ids);
}
