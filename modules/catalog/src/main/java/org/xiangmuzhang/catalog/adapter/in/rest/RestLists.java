package org.xiangmuzhang.catalog.adapter.in.rest;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.domain.list.LeftOut;
import org.xiangmuzhang.catalog.domain.list.ListChanges;
import org.xiangmuzhang.catalog.domain.list.ListColumn;
import org.xiangmuzhang.catalog.domain.list.ListDemand;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.domain.list.ListLine;
import org.xiangmuzhang.catalog.domain.list.PublishedList;
import org.xiangmuzhang.catalog.port.in.PublishingLists;
import org.xiangmuzhang.catalog.port.in.PublishingLists.Format;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lists that an office publishes: views of the catalog at a place on a day. */
@RestController
@RequestMapping("/api/catalog/lists")
class RestLists {

    private static final int DAYS = 90;
    private static final int LEAST = 10;

    private final PublishingLists publishing;

    RestLists(PublishingLists publishing) {
        this.publishing = publishing;
    }

    /** A list and how many lines it has. */
    record ListCount(ListKind list, int lines) {}

    /**
     * A stretch of a list.
     *
     * @param type code of the project type whose items it is about, or of the trade; null: all
     * @param version names the content: the same lines have the same version on any day
     * @param lines how many the whole list has
     * @param leftOut what a table puts on the list and the catalog contradicts
     */
    record ListPage(
            ListKind list,
            Region region,
            LocalDate day,
            @Nullable String type,
            String version,
            int lines,
            List<ListColumn> columns,
            List<ListLine> items,
            @Nullable String next,
            List<LeftOut> leftOut) {}

    /** What changed between two days. */
    record Changes(
            ListKind list,
            Region region,
            @Nullable String type,
            LocalDate from,
            String fromVersion,
            LocalDate until,
            String untilVersion,
            List<ListLine> added,
            List<ListLine> removed,
            List<ChangedCell> changed) {}

    /** A cell that has another text. */
    record ChangedCell(String key, ListColumn column, String before, String after) {}

    /**
     * A stretch of what the demand speaks for, the most frequent item first.
     *
     * @param least so many applications make an item a frequent one
     */
    record DemandPage(
            ListKind list,
            Region region,
            LocalDate from,
            LocalDate until,
            int least,
            List<ListDemand.Line> items,
            @Nullable String next) {}

    @GetMapping
    List<ListCount> lists(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable LocalDate day,
            @RequestParam @Nullable String type,
            Actor actor) {
        Map<ListKind, Integer> counts = publishing.counts(place(region, actor), day, type);
        return counts.entrySet().stream()
                .map(one -> new ListCount(one.getKey(), one.getValue()))
                .toList();
    }

    @GetMapping("/{list}")
    ListPage list(
            @PathVariable ListKind list,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable LocalDate day,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable String department,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 2);
        String lastDepartment = cursor == null ? "" : cursor.text(0, "[A-Z0-9-]*");
        String lastKey = cursor == null ? "" : cursor.text(1, "[A-Z0-9-]+(/[A-Z0-9_-]+)*");
        PublishedList whole = publishing.list(list, place(region, actor), day, type);
        List<ListLine> found =
                whole.lines().stream()
                        .filter(line -> department == null || line.department().equals(department))
                        .filter(line -> isAfter(line, lastDepartment, lastKey))
                        .limit(size + 1L)
                        .toList();
        Page<ListLine> page =
                Page.of(found, size, line -> Cursor.of(line.department(), line.key()));
        return new ListPage(
                list,
                whole.region(),
                whole.day(),
                whole.type(),
                whole.version(),
                whole.lines().size(),
                list.columns(),
                page.items(),
                page.next(),
                whole.leftOut());
    }

    private static boolean isAfter(ListLine line, String department, String key) {
        int before = line.department().compareTo(department);
        return before > 0 || before == 0 && line.key().compareTo(key) > 0;
    }

    @GetMapping("/{list}/changes")
    Changes changes(
            @PathVariable ListKind list,
            @RequestParam LocalDate from,
            @RequestParam @Nullable LocalDate until,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable Region region,
            Actor actor) {
        ListChanges changes = publishing.changes(list, place(region, actor), from, until, type);
        return new Changes(
                list,
                changes.after().region(),
                changes.after().type(),
                changes.before().day(),
                changes.before().version(),
                changes.after().day(),
                changes.after().version(),
                changes.added(),
                changes.removed(),
                changes.changed().stream()
                        .map(
                                cell ->
                                        new ChangedCell(
                                                cell.line().key(),
                                                cell.column(),
                                                cell.before(),
                                                cell.after()))
                        .toList());
    }

    /** What a list of a way of service would take in and let go by demand. */
    @GetMapping("/{list}/demand")
    DemandPage demand(
            @PathVariable ListKind list,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable Integer days,
            @RequestParam @Nullable Integer least,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        int first = cursor == null ? 0 : (int) Math.clamp(cursor.number(0), 0, Integer.MAX_VALUE);
        ListDemand demand =
                publishing.demand(
                        list,
                        place(region, actor),
                        days == null ? DAYS : days,
                        least == null ? LEAST : least,
                        actor);
        List<ListDemand.Line> lines = demand.lines().stream().skip(first).limit(size).toList();
        boolean more = demand.lines().size() > first + lines.size();
        return new DemandPage(
                list,
                demand.list().region(),
                demand.from(),
                demand.list().day(),
                demand.least(),
                lines,
                more ? Cursor.of(first + lines.size()).text() : null);
    }

    /** The list as a file in the caller's language, CSV unless asked otherwise, line by line. */
    @GetMapping("/{list}/export")
    void export(
            @PathVariable ListKind list,
            @RequestParam @Nullable Format format,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable LocalDate day,
            @RequestParam @Nullable String type,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        PublishedList whole = publishing.list(list, place(region, actor), day, type);
        Format as = format == null ? Format.CSV : format;
        response.setContentType(as.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s\"".formatted(as.fileName(whole)));
        publishing.write(whole, as, locale, response.getOutputStream());
    }

    private static Region place(@Nullable Region region, Actor actor) {
        return region == null ? actor.region() : region;
    }
}
