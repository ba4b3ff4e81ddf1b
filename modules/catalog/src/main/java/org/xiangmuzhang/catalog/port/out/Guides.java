package org.xiangmuzhang.catalog.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.GuideLine;
import org.xiangmuzhang.catalog.domain.guidance.GuideVersion;
import org.xiangmuzhang.catalog.domain.guidance.WorkLine;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where drafts and versions of guides are kept. */
public interface Guides {

    Optional<Draft> draft(Region region, String code);

    /** Writes the version after {@code before}; refuses with {@code version-stale}. */
    void save(Region region, String code, Guide guide, long before, UUID by, Instant at);

    /** Refuses with {@code version-stale}. */
    void discard(Region region, String code, long before);

    /**
     * Adds the next version of a place's guide.
     *
     * @param proposal number of the proposal by which it is decided on, or null: shipped, and
     *     published at once
     */
    GuideVersion add(
            Region region,
            String code,
            Guide guide,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer proposal,
            Instant at);

    /** The version that a proposal is about. */
    Optional<GuideVersion> proposed(Region region, String code, int proposal);

    void decided(GuideVersion version, boolean published, Instant at);

    /** A published version. */
    Optional<GuideVersion> published(Region region, String code, int number);

    /** The newest version that came with the platform. */
    Optional<GuideVersion> shipped(String code);

    /** What holds at the nearest of these places on a day. */
    Optional<GuideVersion> holding(List<Region> chain, String code, LocalDate day);

    /** All that hold at the nearest of these places on a day, by code. */
    List<GuideLine> holding(List<Region> chain, LocalDate day, @Nullable String after, int limit);

    /** What a place itself has in work or published, by code. */
    List<WorkLine> work(Region region, int limit);

    /** A draft and its version, from 1. */
    record Draft(Guide guide, long version) {}
}
