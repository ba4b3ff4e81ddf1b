package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.settings.SettingVersion.State;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What places set for themselves; without a place, that of the caller's post. An administrator
 * proposes and another one decides; supervisors and auditors look.
 */
@RestController
@RequestMapping("/api/settings")
class SettingsController {

    private final ChangingSettings changing;

    SettingsController(ChangingSettings changing) {
        this.changing = changing;
    }

    /**
     * A setting at a place.
     *
     * @param setBy the place whose version holds, or null: what was shipped
     * @param effect what the proposal would change today
     */
    record SettingAtPlace(
            String name,
            Region region,
            Map<String, Integer> values,
            @Nullable Region setBy,
            @Nullable Integer version,
            List<Setting.Field> fields,
            @Nullable VersionOfSetting proposal,
            List<Effect.Line> effect) {}

    /** A version; reasons are remarks and stand on the page. */
    record VersionOfSetting(
            int number,
            Map<String, Integer> values,
            LocalDate from,
            @Nullable LocalDate until,
            State state,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {

        static VersionOfSetting of(SettingVersion it) {
            return new VersionOfSetting(
                    it.number(),
                    it.values(),
                    it.from(),
                    it.until(),
                    it.state(),
                    it.proposedBy(),
                    it.proposedAt(),
                    it.decidedBy(),
                    it.decidedAt());
        }
    }

    /** What a place is to set for itself. */
    record SettingProposal(
            Map<String, Integer> values,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {}

    /** What the second person says, or the first one who takes it back. */
    record SettingDecision(State outcome, String reason) {}

    @GetMapping
    List<SettingAtPlace> all(@RequestParam(required = false) @Nullable Region region, Actor actor) {
        Region place = region == null ? actor.region() : region;
        return changing.all(actor, place).stream()
                .map(standing -> shown(place, standing, List.of()))
                .toList();
    }

    @GetMapping("/{name}")
    ResponseEntity<SettingAtPlace> one(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Region region,
            Actor actor) {
        Region place = region == null ? actor.region() : region;
        ChangingSettings.Standing standing = changing.one(actor, place, name);
        SettingVersion proposal = standing.proposal();
        List<Effect.Line> effect =
                proposal == null
                        ? List.of()
                        : changing.effect(actor, place, name, proposal.values());
        return EntityTags.tag(ResponseEntity.ok(), tag(proposal))
                .body(shown(place, standing, effect));
    }

    @GetMapping("/{name}/versions")
    Page<VersionOfSetting> versions(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Region region,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        Cursor cursor = Cursor.parse(after, 1);
        int most = Page.limit(limit);
        int before = cursor == null ? Integer.MAX_VALUE : (int) cursor.number(0);
        Region place = region == null ? actor.region() : region;
        return Page.of(
                        changing.history(actor, place, name, before, most + 1),
                        most,
                        version -> Cursor.of(version.number()))
                .map(VersionOfSetting::of);
    }

    /** The values that hold today at the place, one line a field: setting, field, value, set by. */
    @GetMapping(path = "/export", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> export(
            @RequestParam(required = false) @Nullable Region region, Actor actor) {
        Region place = region == null ? actor.region() : region;
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"settings-" + place + ".csv\"")
                .body(changing.export(actor, place));
    }

    @PostMapping("/{name}/proposals")
    ResponseEntity<VersionOfSetting> propose(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Region region,
            @RequestBody SettingProposal proposal,
            Actor actor) {
        SettingVersion waiting =
                changing.propose(
                        actor,
                        region == null ? actor.region() : region,
                        name,
                        proposal.values(),
                        proposal.from(),
                        proposal.until(),
                        proposal.reason());
        return EntityTags.tag(ResponseEntity.status(HttpStatus.CREATED), waiting.number())
                .body(VersionOfSetting.of(waiting));
    }

    /** Decides on the proposal that waits, whose number is the entity tag. */
    @PostMapping("/{name}/proposal/decision")
    ResponseEntity<SettingAtPlace> decide(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Region region,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SettingDecision decision,
            Actor actor) {
        Region place = region == null ? actor.region() : region;
        SettingVersion proposal = changing.one(actor, place, name).proposal();
        EntityTags.check(ifMatch, tag(proposal));
        changing.decide(actor, place, proposal, decision.outcome(), decision.reason());
        return one(name, place, actor);
    }

    private static int tag(@Nullable SettingVersion proposal) {
        return proposal == null ? 0 : proposal.number();
    }

    private static SettingAtPlace shown(
            Region place, ChangingSettings.Standing standing, List<Effect.Line> effect) {
        SettingVersion held = standing.inForce();
        SettingVersion proposal = standing.proposal();
        return new SettingAtPlace(
                standing.setting().name(),
                place,
                standing.values(),
                held == null ? null : held.region(),
                held == null ? null : held.number(),
                standing.setting().fields(),
                proposal == null ? null : VersionOfSetting.of(proposal),
                effect);
    }
}
