package org.xiangmuzhang.steward.port.in;

import org.xiangmuzhang.kernel.Actor;

import java.io.InputStream;
import java.util.UUID;

/** Reading the papers of a project: proofs and mandates. */
public interface Fetching {

    /**
     * A paper with its content, which the caller closes.
     *
     * @param size in bytes
     */
    record Paper(String name, String mediaType, long size, InputStream content) {}

    /**
     * Proofs for whoever may see the project; mandates, and what it was taken over from, for the
     * enterprise, the project's own steward, clerks and those who watch them. Refuses with {@code
     * project-unknown}, {@code file-unknown}.
     */
    Paper paper(Actor actor, UUID project, UUID file);
}
