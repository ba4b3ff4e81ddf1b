package org.xiangmuzhang.parties.posts;

import org.xiangmuzhang.parties.Post;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody acts in another's post for a time.
 *
 * @param person the substitute
 * @param to last day; there is always one
 * @param givenBy whose post it is, or an administrator
 * @param confirmed whether it counts: given by an administrator, it waits until the holder or a
 *     security administrator confirms it
 */
record Substitution(
        UUID id,
        Post post,
        UUID person,
        LocalDate from,
        LocalDate to,
        UUID givenBy,
        boolean confirmed) {

    boolean overlaps(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
