package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The diary of service (服务日志): visits, advice before filing, early intervention, reception days.
 */
public interface KeepingDiary {

    List<String> KINDS = List.of("VISIT", "ADVICE", "EARLY", "RECEPTION", "CLOUD");
    List<String> PLACES = List.of("ENTERPRISE", "SITE", "OFFICE", "HALL", "ONLINE");

    /**
     * Something to be written down.
     *
     * @param id made by the caller
     * @param item code of the item that it was about, or null
     * @param condition what was advised is a condition of that item
     * @param on not after today
     * @param text what was asked and advised, 1 to 2000 characters
     */
    record Note(
            UUID id,
            String kind,
            String place,
            @Nullable String item,
            boolean condition,
            LocalDate on,
            String text) {}

    /** A line of it; text null when it has gone in time or with its author. */
    record Entry(
            UUID id,
            UUID project,
            String kind,
            String place,
            @Nullable String item,
            boolean condition,
            LocalDate on,
            UUID person,
            @Nullable String personName,
            @Nullable String text) {}

    /**
     * The project's steward, those of its team, and clerks, departments and leaders of the place
     * write. Refuses with {@code diary-kind}, {@code diary-place}, {@code diary-day}, {@code
     * diary-condition} without an item, {@code item-unknown}, {@code remark-length}, {@code
     * diary-written-already}, {@code project-closed}, {@code not-the-projects-steward}.
     */
    void write(Actor actor, UUID project, Note note);

    /**
     * The newest first, for whoever sees the project but stewards of others.
     *
     * @param item only what was about it, or null
     * @param after the last entry seen, or null
     */
    List<Entry> diary(
            Actor actor, UUID project, @Nullable String item, @Nullable UUID after, int limit);
}
