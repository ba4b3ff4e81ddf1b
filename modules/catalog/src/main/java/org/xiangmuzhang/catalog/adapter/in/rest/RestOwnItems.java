package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
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
import org.xiangmuzhang.catalog.adapter.in.rest.OwnItemDetail.ChangeLine;
import org.xiangmuzhang.catalog.adapter.in.rest.OwnItemDetail.OwnItemVersion;
import org.xiangmuzhang.catalog.domain.ItemVersion;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.Level;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.port.in.DraftingItems;
import org.xiangmuzhang.catalog.port.in.DraftingItems.DraftMatter;
import org.xiangmuzhang.catalog.port.in.ReadingOwnItems;
import org.xiangmuzhang.catalog.port.in.WordingItems;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Items of a place's own list (实施清单): what is published, and what editors are writing. */
@RestController
@RequestMapping("/api/catalog/own-items")
class RestOwnItems {

    private final ReadingOwnItems reading;
    private final DraftingItems drafting;
    private final WordingItems sentences;
    private final FaultSentences faults;

    RestOwnItems(
            ReadingOwnItems reading,
            DraftingItems drafting,
            WordingItems sentences,
            FaultSentences faults) {
        this.reading = reading;
        this.drafting = drafting;
        this.sentences = sentences;
        this.faults = faults;
    }

    /** An item in a list. */
    record OwnItemLine(
            Region region,
            String code,
            String version,
            String level,
            @Nullable String parent,
            @Nullable String template,
            String nameZh,
            String department,
            LocalDate from) {}

    /** What an editor has written: texts by column. */
    record Drafted(
            @Nullable Map<String, String> fields,
            @Nullable List<Map<String, String>> materials,
            @Nullable Boolean withdrawn) {

        ItemSheet sheet() {
            return new ItemSheet(
                    fields == null ? Map.of() : fields, materials == null ? List.of() : materials);
        }
    }

    /** When the draft is to hold, and why. */
    record ReviewWish(LocalDate from, String reason) {}

    @GetMapping
    Page<OwnItemLine> items(
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable Level level,
            @RequestParam @Nullable String parent,
            @RequestParam @Nullable String department,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        Narrowed narrowed =
                new Narrowed(
                        level, parent, department, Objects.requireNonNullElse(name, "").strip());
        return Page.of(
                        reading.page(
                                region == null ? actor.region() : region,
                                narrowed,
                                cursor == null ? "" : cursor.text(0, "[A-Z0-9-]+"),
                                size + 1),
                        size,
                        item -> Cursor.of(item.code()))
                .map(
                        item ->
                                new OwnItemLine(
                                        item.region(),
                                        item.code(),
                                        item.version(),
                                        item.sheet().get("level"),
                                        item.sheet().parent(),
                                        item.template(),
                                        item.sheet().get("name_zh"),
                                        item.sheet().get("department"),
                                        item.from()));
    }

    /** The item with its draft and what that would change; its entity tag is the draft's. */
    @GetMapping("/{code}")
    ResponseEntity<OwnItemDetail> item(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            Actor actor,
            Locale locale) {
        return answer(HttpStatus.OK, place(region, actor), code, actor, locale);
    }

    /** What differs between two versions, of an item of the template, too. */
    @GetMapping("/{code}/changes")
    List<ChangeLine> changes(
            @PathVariable String code,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam @Nullable Region region,
            Actor actor,
            Locale locale) {
        mustBeVersion(from, "/from");
        mustBeVersion(to, "/to");
        return reading.changes(place(region, actor), code, from, to).stream()
                .map(change -> ChangeLine.of(change, sentences, locale))
                .toList();
    }

    private static void mustBeVersion(String text, String pointer) {
        if (!ItemVersion.isOne(text)) {
            throw Refusal.invalid("item-version-form", pointer, text);
        }
    }

    /** Keeps a draft over the one that was seen: entity tag 0 when there was none. */
    @PostMapping("/{code}/draft")
    ResponseEntity<?> save(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Drafted drafted,
            Actor actor,
            Locale locale) {
        Region place = place(region, actor);
        return refusing(
                locale,
                () -> {
                    drafting.save(
                            place,
                            code,
                            drafted.sheet(),
                            Boolean.TRUE.equals(drafted.withdrawn()),
                            seen(ifMatch, place, code, actor),
                            actor);
                    return answer(HttpStatus.OK, place, code, actor, locale);
                });
    }

    @PostMapping("/{code}/draft/removal")
    ResponseEntity<?> discard(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor,
            Locale locale) {
        Region place = place(region, actor);
        drafting.discard(place, code, seen(ifMatch, place, code, actor), actor);
        return answer(HttpStatus.OK, place, code, actor, locale);
    }

    /** Hands the draft to a second editor. */
    @PostMapping("/{code}/draft/review")
    ResponseEntity<?> review(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ReviewWish wish,
            Actor actor,
            Locale locale) {
        Region place = place(region, actor);
        return refusing(
                locale,
                () -> {
                    drafting.review(
                            place,
                            code,
                            seen(ifMatch, place, code, actor),
                            wish.from(),
                            wish.reason(),
                            actor);
                    return answer(HttpStatus.CREATED, place, code, actor, locale);
                });
    }

    /** Decides on what waits; the entity tag is the draft's as it waits. */
    @PostMapping("/{code}/draft/review/decision")
    ResponseEntity<?> decide(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalWayDetail.LocalDecision decision,
            Actor actor,
            Locale locale) {
        Region place = place(region, actor);
        DraftMatter matter = drafting.at(place, code, actor);
        EntityTags.check(ifMatch, tag(matter));
        int number = matter.proposal() == null ? 0 : matter.proposal().number();
        return refusing(
                locale,
                () -> {
                    drafting.decide(
                            place, code, number, decision.outcome(), decision.reason(), actor);
                    return answer(HttpStatus.OK, place, code, actor, locale);
                });
    }

    /** Drafts at a place and below it, those edited last first. */
    @GetMapping("/drafts")
    List<DraftLine> drafts(@RequestParam @Nullable Region region, Actor actor) {
        return drafting.drafts(place(region, actor), actor).stream()
                .map(
                        draft ->
                                new DraftLine(
                                        draft.region(),
                                        draft.code(),
                                        draft.version(),
                                        draft.sheet().get("name_zh"),
                                        draft.editedBy().toString()))
                .toList();
    }

    /** A draft in a list. */
    record DraftLine(Region region, String code, long version, String nameZh, String editedBy) {}

    private static Region place(@Nullable Region region, Actor actor) {
        return region == null ? actor.region() : region;
    }

    /** The version that the caller saw; a star is the one that there is. */
    private long seen(@Nullable String ifMatch, Region place, String code, Actor actor) {
        if (ifMatch != null && ifMatch.strip().equals("*")) {
            return tag(drafting.at(place, code, actor));
        }
        if (ifMatch == null || !ifMatch.strip().matches("\"\\d{1,18}\"")) {
            EntityTags.check(null, 0);
        }
        String tag = Objects.requireNonNull(ifMatch).strip();
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    private static long tag(DraftMatter matter) {
        return matter.draft() == null ? 0 : matter.draft().version();
    }

    private ResponseEntity<OwnItemDetail> answer(
            HttpStatus status, Region place, String code, Actor actor, Locale locale) {
        DraftMatter matter = drafting.at(place, code, actor);
        return EntityTags.tag(ResponseEntity.status(status), tag(matter))
                .body(OwnItemDetail.of(matter, sentences, faults, locale));
    }

    private ResponseEntity<?> refusing(Locale locale, Supplier<ResponseEntity<?>> work) {
        try {
            return work.get();
        } catch (TablesRefused refused) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(faults.problemOfItem(refused, locale));
        }
    }

    /** The version in which the item holds at the place today; for whoever may not edit. */
    @GetMapping("/{code}/holding")
    OwnItemVersion holding(
            @PathVariable String code, @RequestParam @Nullable Region region, Actor actor) {
        return OwnItemVersion.of(reading.holding(place(region, actor), code));
    }
}
