package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.EntityTags;

import java.util.List;

/** What a place does in its own way; without a place, that of the editor's post. */
@RestController
@RequestMapping("/api/catalog")
class RestOverrides {

    private final Overriding overriding;

    RestOverrides(Overriding overriding) {
        this.overriding = overriding;
    }

    @GetMapping("/items/{code}/override")
    ResponseEntity<ItemOverride> at(
            @PathVariable String code, @RequestParam @Nullable Region region, Actor actor) {
        return answer(overriding.at(region == null ? actor.region() : region, code));
    }

    @PutMapping("/items/{code}/override")
    ResponseEntity<ItemOverride> override(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalValues values,
            Actor actor) {
        Region place = region == null ? actor.region() : region;
        long before = overriding.at(place, code).version();
        EntityTags.check(ifMatch, before);
        return answer(overriding.override(place, code, values, before, actor));
    }

    @GetMapping("/conflicts")
    List<Overriding.Conflict> conflicts(@RequestParam @Nullable Region region, Actor actor) {
        return overriding.conflicts(region == null ? actor.region() : region);
    }

    private static ResponseEntity<ItemOverride> answer(ItemOverride override) {
        return EntityTags.tag(ResponseEntity.ok(), override.version()).body(override);
    }
}
