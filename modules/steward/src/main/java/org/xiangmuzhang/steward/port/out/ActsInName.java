package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was done, or tried, in enterprises' names. */
public interface ActsInName {

    /** An act, or with a rule an attempt that it refused. */
    record Row(
            UUID id,
            Region region,
            UUID project,
            UUID enterprise,
            @Nullable UUID mandate,
            UUID steward,
            UUID person,
            String act,
            List<String> items,
            @Nullable UUID application,
            Instant at,
            @Nullable String refused) {}

    /** Until the transaction ends no mandate of the steward in the project changes. */
    void hold(UUID project, UUID steward);

    void keep(Row row);

    /**
     * By each of these that is given, the newest first.
     *
     * @param after the last one seen, or null
     */
    List<Row> list(
            @Nullable UUID project,
            @Nullable UUID enterprise,
            @Nullable UUID steward,
            @Nullable UUID after,
            int limit);
}
