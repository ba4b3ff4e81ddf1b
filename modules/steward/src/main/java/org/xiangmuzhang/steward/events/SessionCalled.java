package org.xiangmuzhang.steward.events;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 联合勘验、联审、联合验收: departments are asked to a session; the remark says where. */
@EventType(name = "steward.session-called")
public record SessionCalled(
        UUID session,
        Region region,
        UUID project,
        String sessionKind,
        boolean mock,
        String part,
        @Nullable String building,
        List<String> departments,
        List<String> items,
        LocalDate answerBy,
        @Nullable UUID previous,
        @Nullable UUID file,
        @Nullable UUID remark)
        implements LoggedEvent {

    @Override
    public UUID subject() {
        return session;
    }
}
