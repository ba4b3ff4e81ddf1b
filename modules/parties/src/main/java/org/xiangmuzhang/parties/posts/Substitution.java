package org.xiangmuzhang.parties.posts;

import org.xiangmuzhang.parties.Post;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody acts in another's post for a time.
 *
 * @param person the substitute
 * @param to last day; there is always one
 */
record Substitution(UUID id, Post post, UUID person, LocalDate from, LocalDate to) {

    boolean overlaps(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !to.isBefore(first);
    }
}
