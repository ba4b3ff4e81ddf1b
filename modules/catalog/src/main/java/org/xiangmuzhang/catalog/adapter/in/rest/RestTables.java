package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.api.ReferenceRows;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.EntityTags;

import java.util.Locale;
import java.util.Map;

/** Reference tables as rows, and what a place has in its own way of them. */
@RestController
@RequestMapping("/api/catalog/tables/{table}")
class RestTables {

    private final ReferenceTables tables;
    private final OverridingRows overriding;
    private final FaultSentences sentences;

    RestTables(ReferenceTables tables, OverridingRows overriding, FaultSentences sentences) {
        this.tables = tables;
        this.overriding = overriding;
        this.sentences = sentences;
    }

    /** A row in a place's own way; a body without fields gives the parents' row back. */
    record LocalRowRequest(@Nullable Boolean absent, @Nullable Map<String, String> fields) {

        LocalRow value() {
            return new LocalRow(Boolean.TRUE.equals(absent), fields == null ? Map.of() : fields);
        }
    }

    @GetMapping
    ReferenceRows rows(
            @PathVariable String table,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String version,
            Actor actor) {
        return version == null
                ? tables.rows(table, region == null ? actor.region() : region)
                : tables.rows(table, version);
    }

    @GetMapping("/override")
    ResponseEntity<RowOverride> at(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam @Nullable Region region,
            Actor actor) {
        return answer(overriding.at(region == null ? actor.region() : region, table, key));
    }

    @PutMapping("/override")
    ResponseEntity<?> override(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalRowRequest row,
            Actor actor,
            Locale locale) {
        Region place = region == null ? actor.region() : region;
        long before = overriding.at(place, table, key).version();
        EntityTags.check(ifMatch, before);
        try {
            return answer(overriding.override(place, table, key, row.value(), before, actor));
        } catch (TablesRefused refused) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(sentences.problem(refused, locale));
        }
    }

    private static ResponseEntity<RowOverride> answer(RowOverride override) {
        return EntityTags.tag(ResponseEntity.ok(), override.version()).body(override);
    }
}
