package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was done for projects beside their approvals. */
public interface Diary {

    /** An entry; its text stands in the remark. */
    record Row(
            UUID id,
            Region region,
            UUID project,
            UUID enterprise,
            String kind,
            String place,
            @Nullable String item,
            boolean condition,
            LocalDate on,
            UUID person,
            UUID remark) {}

    /** Refuses with {@code diary-written-already}. */
    void add(Row row);

    /**
     * The newest first.
     *
     * @param item only what was about it, or null
     * @param after the last entry seen, or null
     */
    List<Row> list(UUID project, @Nullable String item, @Nullable UUID after, int limit);
}
