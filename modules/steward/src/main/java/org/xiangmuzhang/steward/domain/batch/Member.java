package org.xiangmuzhang.steward.domain.batch;

import java.util.List;
import java.util.UUID;

/**
 * A project of a batch.
 *
 * @param decided codes of the items that were decided for it with the shared figures
 */
public record Member(UUID project, List<String> decided) {

    public Member {
        decided = List.copyOf(decided);
    }
}
