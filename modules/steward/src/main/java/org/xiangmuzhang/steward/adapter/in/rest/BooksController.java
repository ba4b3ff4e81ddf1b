package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.KeepingBooks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** 一本制: books of bundled assessments, and what they saved. */
@RestController
@RequestMapping("/api/projects/books")
class BooksController {

    private static final String IF_MATCH = "If-Match";

    private final KeepingBooks keeping;
    private final Clock clock;

    BooksController(KeepingBooks keeping, Clock clock) {
        this.keeping = keeping;
        this.clock = clock;
    }

    /** A bundle of the catalog, and which of its items are chapters. */
    record NewBook(UUID project, String bundle, List<String> items) {}

    /**
     * Work: COMMISSION (payer, file, text), DATUM (meaning, text), AGREE or OBJECT (item, text),
     * COST (item, alone, government, enterprise, in yuan), REPLY (documentNumber, on, file) or
     * WITHDRAW (text).
     */
    record BookEntry(
            KeepingBooks.Work work,
            KeepingBooks.@Nullable PaidBy payer,
            @Nullable UUID file,
            @Nullable String meaning,
            @Nullable String item,
            @Nullable BigDecimal alone,
            @Nullable BigDecimal government,
            @Nullable BigDecimal enterprise,
            @Nullable String documentNumber,
            @Nullable LocalDate on,
            @Nullable String text) {}

    @PostMapping
    ResponseEntity<KeepingBooks.Volume> open(
            @RequestBody NewBook book, Actor actor, Locale locale) {
        UUID id = Ids.next(clock);
        keeping.open(actor, id, book.project(), book.bundle(), book.items());
        KeepingBooks.Volume volume = keeping.book(actor, id, locale);
        return EntityTags.tag(
                        ResponseEntity.created(URI.create("/api/projects/books/" + id)),
                        volume.version())
                .body(volume);
    }

    @GetMapping
    Page<KeepingBooks.Volume> books(
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            Locale locale) {
        int size = Page.limit(limit);
        return Page.of(
                keeping.list(
                        actor,
                        new KeepingBooks.Shelf(
                                Boolean.TRUE.equals(open), project, Cursor.idOf(after), size + 1),
                        locale),
                size,
                volume -> Cursor.of(volume.id()));
    }

    /** Of a place and below it, the caller's if none is named; in one year or ever. */
    @GetMapping("/savings")
    KeepingBooks.Savings savings(
            @RequestParam(required = false) @Nullable Region region,
            @RequestParam(required = false) @Nullable Integer year,
            Actor actor,
            Locale locale) {
        return keeping.savings(actor, region == null ? actor.region() : region, year, locale);
    }

    @GetMapping("/{book}")
    ResponseEntity<KeepingBooks.Volume> book(@PathVariable UUID book, Actor actor, Locale locale) {
        KeepingBooks.Volume volume = keeping.book(actor, book, locale);
        return EntityTags.tag(ResponseEntity.ok(), volume.version()).body(volume);
    }

    @PostMapping("/{book}/entries")
    ResponseEntity<KeepingBooks.Volume> enter(
            @PathVariable UUID book,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody BookEntry entry,
            Actor actor,
            Locale locale) {
        long version = keeping.book(actor, book, locale).version();
        EntityTags.check(ifMatch, version);
        keeping.enter(
                actor,
                book,
                ifMatch != null && ifMatch.strip().equals("*") ? -1 : version,
                new KeepingBooks.Entry(
                        entry.work(),
                        entry.payer(),
                        entry.file(),
                        entry.meaning(),
                        entry.item(),
                        entry.alone(),
                        entry.government(),
                        entry.enterprise(),
                        entry.documentNumber(),
                        entry.on(),
                        entry.text()));
        return book(book, actor, locale);
    }

    @GetMapping("/{book}/files/{file}")
    ResponseEntity<?> file(@PathVariable UUID book, @PathVariable UUID file, Actor actor) {
        return Downloads.of(keeping.paper(actor, book, file));
    }
}
