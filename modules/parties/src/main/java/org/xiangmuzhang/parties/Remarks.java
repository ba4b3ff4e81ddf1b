package org.xiangmuzhang.parties;

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

    /** Everything somebody wrote that is still there, the oldest first. */
    List<Written> by(UUID author);

    Optional<String> text(UUID id);

    /** Texts for showing, in one look-up; unknown ids are left out. */
    Map<UUID, String> texts(Collection<UUID> ids);
}
