package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.list.ListChanges;
import org.xiangmuzhang.catalog.domain.list.ListDemand;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.domain.list.PublishedList;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lists that an office publishes: each is a view of the catalog at a place on a day, and none
 * is kept by hand. A day gone by shows the catalog as it was at that day's end; a day to come shows
 * it as it is, with what holds on that day. All refuse {@code region-unknown}, {@code
 * list-day-bounds} and {@code list-before-catalog}.
 */
public interface PublishingLists {

    /**
     * A list on a day, today without one.
     *
     * @param type code of a project type, for a list of its items only, or of a trade, for its
     *     standard only; refuses {@code project-type-unknown} or {@code industry-unknown}
     */
    PublishedList list(
            ListKind kind, Region region, @Nullable LocalDate day, @Nullable String type);

    /** How many lines each list has on a day. */
    Map<ListKind, Integer> counts(Region region, @Nullable LocalDate day, @Nullable String type);

    /** What changed in a list from one day to another; refuses {@code days-out-of-order}. */
    ListChanges changes(
            ListKind kind,
            Region region,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String type);

    /**
     * What a list of a way of service would take in and let go by what was applied for in the days
     * before today. Only for who may propose or watch over changes of the place: refuses {@code
     * demand-of-another-place}; refuses {@code list-without-demand} for another list and {@code
     * demand-bounds} for days beyond a year or a number of applications that is none.
     *
     * @param days how many days are looked at, today included
     * @param least so many applications make an item a frequent one
     */
    ListDemand demand(ListKind kind, Region region, int days, int least, Actor actor);

    /** Days on which the catalog changed, the last first. */
    List<LocalDate> daysOfChange(int limit);

    /**
     * Writes a list into a file, line by line; texts that a spreadsheet would take for a formula
     * are made harmless.
     */
    void write(PublishedList list, Format format, Locale language, OutputStream out)
            throws IOException;

    /** What kind of file. */
    enum Format {
        /** UTF-8 with a byte order mark, so that spreadsheets read it. */
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSON("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** Such as {@code differences-140500.csv}. */
        public String fileName(String report, Region region) {
            return "%s-%s.%s".formatted(report, region.code(), name().toLowerCase(Locale.ROOT));
        }

        /** Such as {@code one-visit-140500-2026-11-30.csv}. */
        public String fileName(PublishedList list) {
            String type = list.type();
            return "%s%s-%s-%s.%s"
                    .formatted(
                            list.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            type == null ? "" : "-" + type.toLowerCase(Locale.ROOT),
                            list.region().code(),
                            list.day(),
                            name().toLowerCase(Locale.ROOT));
        }
    }
}
