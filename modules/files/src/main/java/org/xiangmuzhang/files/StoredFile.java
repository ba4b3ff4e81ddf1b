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

    /** Applicants see what belongs to their enterprise, officials what lies in their region. */
    public boolean isVisibleTo(Actor actor) {
        if (uploadedBy.equals(actor.person())) {
            return true;
        }
        return switch (actor.role()) {
            case APPLICANT -> enterprise != null && enterprise.equals(actor.enterprise());
            case INTERMEDIARY -> false;
            case SYSTEM -> true;
            default -> region.equals(actor.region()) || Region.TEMPLATE.equals(actor.region());
        };
    }
}
