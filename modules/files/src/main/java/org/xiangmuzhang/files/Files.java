package org.xiangmuzhang.files;

import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The uploaded files. */
public interface Files {

    /**
     * Keeps a file, or leaves nothing behind and refuses: {@code file-empty}, {@code
     * file-too-large}, {@code file-type-unknown} for an extension or a content that is not taken,
     * {@code file-type-mismatch} when the two disagree, {@code file-name}; what would harm whoever
     * opens it, with {@code file-unpacks-too-large}, {@code file-entries}, {@code file-entry-name},
     * {@code file-archive-inside}, {@code file-picture-too-large}, {@code file-entities}, {@code
     * file-two-kinds} or {@code file-unreadable}; an auditor, who changes nothing, with {@code
     * role-may-not}.
     */
    StoredFile store(Region region, Actor actor, String name, InputStream content);

    Optional<StoredFile> byId(UUID id);

    /** Those of the files that are known, by id. */
    Map<UUID, StoredFile> byIds(Collection<UUID> ids);

    /**
     * Somebody hands files in or signs by them, in the caller's transaction: from then on they stay
     * as long as the matter does. Refuses with {@code file-unknown} what is not there any more.
     */
    void use(Collection<UUID> ids);

    /** The content; the caller closes it. Refuses with {@code file-unknown}. */
    InputStream open(UUID id);
}
