package org.xiangmuzhang.supervision.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.supervision.domain.HelpCase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Cases of what the window turned away. */
public interface HelpCases {

    /** Opens it once: telling it twice changes nothing. */
    void open(HelpCase opened);

    /** Refuses with {@code changed-meanwhile} whoever saves a version that is not the last one. */
    HelpCase save(HelpCase moved);

    Optional<HelpCase> of(UUID application);

    /** By the day they were opened; null means in every state. */
    List<HelpCase> inRegions(
            Set<Region> regions,
            HelpCase.@Nullable State state,
            HelpCase.@Nullable Place after,
            int limit);
}
