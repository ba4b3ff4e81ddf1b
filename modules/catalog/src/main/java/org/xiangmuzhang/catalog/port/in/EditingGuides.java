package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.guidance.Gap;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.GuideRefused;
import org.xiangmuzhang.catalog.domain.guidance.GuideVersion;
import org.xiangmuzhang.catalog.domain.guidance.WorkLine;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An editor drafts a place's guide, proposes it without gaps, and another editor publishes it. A
 * later version supersedes it from its first day on.
 */
public interface EditingGuides {

    /** What an editor works on at a place itself, by code; at most two hundred. */
    List<WorkLine> all(Region place, Actor actor);

    /**
     * A guide of a place: its draft, else what holds there today or was last published, to begin
     * with; nothing where nobody has one and nothing was ever proposed.
     */
    Optional<GuideWork> find(Region place, String code, Actor actor);

    /** The same; refuses with {@code guide-unknown} where there is nothing. */
    default GuideWork work(Region place, String code, Actor actor) {
        return find(place, code, actor).orElseThrow(() -> Refusal.notFound("guide-unknown", code));
    }

    /**
     * Saves the draft whole; gaps are allowed.
     *
     * @param before version of the draft that the editor saw, 0 for none; else {@code
     *     version-stale}
     */
    GuideWork save(Region place, String code, Guide guide, long before, Actor actor);

    /** Throws the draft away. */
    void discard(Region place, String code, long before, Actor actor);

    /**
     * Hands the draft to a second editor; {@link GuideRefused} while it has gaps.
     *
     * @param before version of the draft that the editor saw
     */
    GuideWork propose(
            Region place,
            String code,
            long before,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            Actor actor);

    /**
     * Decides on the proposal of this number. What is not published becomes the draft again, unless
     * there is another. {@link GuideRefused} when the catalog has brought gaps meanwhile.
     */
    GuideWork decide(
            Region place,
            String code,
            int number,
            SettingVersion.State outcome,
            String answer,
            Actor actor);

    /** Publishes for every place a guide that came with the platform, unless it came before. */
    void ship(String code, Guide guide);

    /**
     * A guide on the editor's desk.
     *
     * @param draft what is edited: the draft, else what holds at the place or was last published
     *     there; null while there is nothing but a proposal
     * @param version of the draft, 0 when none is saved
     * @param gaps of the draft
     * @param holding what holds at the place today, from itself or above, or null
     * @param proposal what waits for the second editor, or null
     * @param proposed the guide that waits, or null
     * @param history proposals of the place, the newest first
     */
    record GuideWork(
            Region place,
            String code,
            @Nullable Guide draft,
            long version,
            List<Gap> gaps,
            @Nullable GuideVersion holding,
            @Nullable SettingVersion proposal,
            @Nullable GuideVersion proposed,
            List<SettingVersion> history) {}
}
