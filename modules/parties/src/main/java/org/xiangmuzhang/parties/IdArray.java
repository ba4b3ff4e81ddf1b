package org.xiangmuzhang.parties;

import java.util.Collection;
import java.util.UUID;

/** Ids as one parameter for {@code = any(cast(:ids as uuid[]))}, however many there are. */
final class IdArray {

    private IdArray() {}

    static String[] of(Collection<UUID> ids) {
        return ids.stream().distinct().map(UUID::toString).toArray(String[]::new);
    }
}
