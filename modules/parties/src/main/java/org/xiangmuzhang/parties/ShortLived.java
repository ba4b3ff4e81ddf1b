package org.xiangmuzhang.parties;

import java.util.Optional;

/**
 * Seals what the platform itself keeps for days only, such as sessions: under a key of the day,
 * which goes nine days later, so that no copy of it outlives it.
 */
public interface ShortLived {

    /**
     * Seals a content.
     *
     * @param about what it is; opens with the same words only
     */
    byte[] seal(byte[] content, String about);

    /** The content; empty when it was never sealed or its day is over. */
    Optional<byte[]> open(byte[] sealed, String about);
}
