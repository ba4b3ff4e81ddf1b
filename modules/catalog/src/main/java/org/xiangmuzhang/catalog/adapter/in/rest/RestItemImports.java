package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.adapter.in.rest.FaultSentences.FaultLine;
import org.xiangmuzhang.catalog.domain.own.ImportFault;
import org.xiangmuzhang.catalog.domain.own.ItemImport;
import org.xiangmuzhang.catalog.port.in.ExportingItems;
import org.xiangmuzhang.catalog.port.in.ImportingItems;
import org.xiangmuzhang.catalog.port.in.ImportingItems.ImportMatter;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Files of items on their way into a place's own list, and the list as a file. */
@RestController
@RequestMapping("/api/catalog/own-item-imports")
class RestItemImports {

    private final ImportingItems importing;
    private final ExportingItems exporting;
    private final FaultSentences sentences;

    RestItemImports(ImportingItems importing, ExportingItems exporting, FaultSentences sentences) {
        this.importing = importing;
        this.exporting = exporting;
        this.sentences = sentences;
    }

    /**
     * An uploaded file to be imported.
     *
     * @param whole it is the whole list: what is not in it is withdrawn
     */
    record ImportWish(
            UUID file,
            @Nullable Region region,
            @Nullable Boolean dryRun,
            @Nullable Boolean whole) {}

    /**
     * How far an import is.
     *
     * @param lineCount how many lines the file has, null while nobody knows
     * @param number of the publication, null before it
     * @param review what waits for a second editor, or null
     */
    record ImportDetail(
            UUID id,
            Region region,
            String fileName,
            boolean dryRun,
            boolean whole,
            ItemImport.State state,
            @Nullable Integer lineCount,
            int lines,
            int items,
            int unchanged,
            int withdrawn,
            int faults,
            int flags,
            @Nullable Integer number,
            UUID startedBy,
            Instant startedAt,
            Instant movedAt,
            OwnItemDetail.@Nullable Review review) {

        static ImportDetail of(ImportMatter matter) {
            ItemImport it = matter.state();
            return new ImportDetail(
                    it.id(),
                    it.region(),
                    it.fileName(),
                    it.dryRun(),
                    it.whole(),
                    it.state(),
                    it.lineCount(),
                    it.lines(),
                    it.items(),
                    it.unchanged(),
                    it.withdrawn(),
                    it.faults(),
                    it.flags(),
                    it.number(),
                    it.startedBy(),
                    it.startedAt(),
                    it.movedAt(),
                    OwnItemDetail.Review.of(matter.proposal()));
        }
    }

    /**
     * One line of a report.
     *
     * @param blocks whether it keeps the file from being published
     */
    record ReportLine(int number, boolean blocks, FaultLine fault) {}

    @PostMapping
    ResponseEntity<ImportDetail> begin(@RequestBody ImportWish wish, Actor actor) {
        ItemImport begun =
                importing.begin(
                        wish.region() == null ? actor.region() : wish.region(),
                        wish.file(),
                        Boolean.TRUE.equals(wish.dryRun()),
                        Boolean.TRUE.equals(wish.whole()),
                        actor);
        return answer(HttpStatus.CREATED, begun.id(), actor);
    }

    @GetMapping
    Page<ImportDetail> imports(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        return Page.of(
                        importing.latest(
                                region == null ? actor.region() : region,
                                cursor == null ? null : cursor.id(0),
                                size + 1,
                                actor),
                        size,
                        it -> Cursor.of(it.id()))
                .map(it -> ImportDetail.of(new ImportMatter(it, null)));
    }

    @GetMapping("/{id}")
    ResponseEntity<ImportDetail> one(@PathVariable UUID id, Actor actor) {
        return answer(HttpStatus.OK, id, actor);
    }

    @GetMapping("/{id}/faults")
    Page<ReportLine> faults(
            @PathVariable UUID id,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor,
            Locale locale) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        int from = cursor == null ? 0 : Math.toIntExact(cursor.number(0) & Integer.MAX_VALUE);
        return Page.of(
                        importing.report(id, from, size + 1, actor),
                        size,
                        line -> Cursor.of(line.number()))
                .map(line -> line(line, locale));
    }

    private ReportLine line(ImportFault it, Locale locale) {
        return new ReportLine(it.number(), it.blocks(), sentences.line(it.fault(), locale));
    }

    @PostMapping("/{id}/review")
    ResponseEntity<ImportDetail> review(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RestOwnItems.ReviewWish wish,
            Actor actor) {
        EntityTags.check(ifMatch, tag(importing.at(id, actor)));
        importing.review(id, wish.from(), wish.reason(), actor);
        return answer(HttpStatus.CREATED, id, actor);
    }

    @PostMapping("/{id}/review/decision")
    ResponseEntity<ImportDetail> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalWayDetail.LocalDecision decision,
            Actor actor) {
        ImportMatter matter = importing.at(id, actor);
        EntityTags.check(ifMatch, tag(matter));
        importing.decide(
                id,
                matter.proposal() == null ? 0 : matter.proposal().number(),
                decision.outcome(),
                decision.reason(),
                actor);
        return answer(HttpStatus.OK, id, actor);
    }

    @PostMapping("/{id}/end")
    ResponseEntity<ImportDetail> abort(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        EntityTags.check(ifMatch, tag(importing.at(id, actor)));
        importing.abort(id, actor);
        return answer(HttpStatus.OK, id, actor);
    }

    /** The place's own list as it holds today, in a form that can be imported again. */
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @RequestParam @Nullable Region region,
            @RequestParam(defaultValue = "CSV") ExportingItems.Form form,
            Actor actor) {
        Region place = region == null ? actor.region() : region;
        boolean csv = form == ExportingItems.Form.CSV;
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                csv
                                        ? "text/csv;charset=UTF-8"
                                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"items-%s.%s\""
                                .formatted(place, csv ? "csv" : "xlsx"))
                .body(new InputStreamResource(exporting.open(place, form)));
    }

    private ResponseEntity<ImportDetail> answer(HttpStatus status, UUID id, Actor actor) {
        ImportMatter matter = importing.at(id, actor);
        return EntityTags.tag(ResponseEntity.status(status), tag(matter))
                .body(ImportDetail.of(matter));
    }

    /** Another one with each step that somebody may decide on. */
    private static long tag(ImportMatter matter) {
        long waits = matter.proposal() == null ? 0 : matter.proposal().number();
        return matter.state().state().ordinal() * 1_000L + waits;
    }
}
