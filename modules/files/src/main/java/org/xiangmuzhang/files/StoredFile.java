package org.xiangmuzhang.files;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.UUID;

/**
 * One upload; equal contents share their bytes, not their row.
 *
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 * @param name as uploaded, without folders
 * @param mediaType found from the content, never what the sender claimed
 * @param size in bytes
 * @param uploadedBy a person's id
 * @param enterprise on whose behalf it was uploaded, else null
 */
public record StoredFile(
        UUID id,
        Region region,
        String sha256,
        String name,
        String mediaType,
        long size,
        UUID uploadedBy,
        @Nullable UUID enterprise,
        Instant at) {

    /**
     * Who may fetch it as such: whoever uploaded it, its enterprise, an auditor whose post reaches
     * its place. To everybody else the context that it was handed in to decides.
     */
    boolean isVisibleTo(Actor actor, Reach reach) {
        return switch (actor.role()) {
            case SYSTEM -> true;
            case AUDITOR -> reach.reaches(actor, region);
            case APPLICANT -> isOf(actor) || isOf(actor.enterprise());
            default -> isOf(actor);
        };
    }

    /**
     * Whether the actor may hand it in, or sign by it, in an enterprise's matter: a file of that
     * enterprise, or one that the actor uploaded for no enterprise.
     */
    public boolean mayBeUsedBy(Actor actor, UUID forEnterprise) {
        return enterprise == null ? isOf(actor) : isOf(forEnterprise);
    }

    /** The same upload on behalf of another enterprise. */
    StoredFile of(UUID owner) {
        return new StoredFile(id, region, sha256, name, mediaType, size, uploadedBy, owner, at);
    }

    private boolean isOf(Actor actor) {
        return uploadedBy.equals(actor.person());
    }

    private boolean isOf(@Nullable UUID owner) {
        return enterprise != null && enterprise.equals(owner);
    }
}
