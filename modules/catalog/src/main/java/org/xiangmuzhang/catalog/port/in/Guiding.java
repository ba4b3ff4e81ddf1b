package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.catalog.domain.guidance.GuideLine;
import org.xiangmuzhang.catalog.domain.guidance.GuideVersion;
import org.xiangmuzhang.catalog.domain.guidance.Notice;
import org.xiangmuzhang.catalog.domain.guidance.Walk;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Being guided, by whoever asks: nothing is kept, the answers stand in the address. */
public interface Guiding {

    /**
     * Guides that hold at a place today, by code: each from the nearest place that has one.
     *
     * @param after code after which the list goes on, or null
     */
    List<GuideLine> guides(Region place, @Nullable String after, int limit);

    /** Guides that hold at a place today and may give an item, by code. */
    List<GuideLine> giving(Region place, String item);

    /**
     * A guide as it holds at a place today or, with {@code version}, as it was published; refuses
     * with {@code guide-unknown} or {@code guide-version-unknown}.
     */
    GuideVersion guide(Region place, String code, @Nullable String version);

    /**
     * Goes on with the answers so far, and answers the open question when something was typed. At
     * the end there is a notice.
     */
    Consultation consult(Asked asked);

    /**
     * @param version of the guide, or null: the one that holds today
     * @param answers as {@link Walk#address} wrote them, or null
     * @param typed codes of answers to the open question, or a number; null when nothing was sent
     * @param site what the site is called, or null
     */
    record Asked(
            Region place,
            String code,
            @Nullable String version,
            @Nullable String answers,
            @Nullable List<String> typed,
            @Nullable String site) {}

    /**
     * How far somebody has come.
     *
     * @param newer the version that holds today, when it is another; null when none or the same
     * @param facts what the site says
     * @param notice null while a question is open
     * @param catalog version of the catalog that the notice is by
     * @param hours of the place's halls on the coming seven days
     */
    record Consultation(
            Region place,
            GuideVersion guide,
            @Nullable String newer,
            Walk walk,
            Map<String, String> facts,
            @Nullable Notice notice,
            long catalog,
            LocalDate day,
            List<DayHours> hours) {}

    /** When halls serve on one day; closed when there are no hours. */
    record DayHours(LocalDate day, List<ServiceCalendars.Hours> hours) {}
}
