package org.xiangmuzhang.kernel;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Something that happened and that the log keeps. A record of plain values with an {@link
 * EventType}. It carries ids only: no name, phone, identity number or free text, so that erasing a
 * person leaves nothing behind in the log.
 */
public interface LoggedEvent {

    /** What it happened to. Events of one subject are seen in their order. */
    UUID subject();

    /** The region that owns the subject. */
    Region region();

    /** The project it belongs to, where known: sequencing and timelines go by it. */
    @Nullable UUID project();
}
