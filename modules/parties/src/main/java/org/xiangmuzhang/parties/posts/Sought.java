package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

/** What a post must be for its holder to stand in a list; null means any. */
record Sought(
        @Nullable Role role,
        @Nullable Region region,
        @Nullable String department,
        @Nullable String hall) {}
