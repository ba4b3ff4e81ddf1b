package org.xiangmuzhang.rest;

import java.util.Optional;

/** How the bodies of kept answers stand in the database; without such a bean in plain bytes. */
public interface AnswerSeal {

    byte[] seal(byte[] body);

    /** The body, or empty when its key is gone. */
    Optional<byte[]> open(byte[] sealed);
}
