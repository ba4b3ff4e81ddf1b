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

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
            Map<String, Object> values,
            @Nullable Region setBy,
            @Nullable Integer version,
            List<FieldOfSetting> fields,
            @Nullable VersionOfSetting proposal,
            List<Effect.Line> effect) {}

    /**
     * What the values of a field are like; what its kind does not have is null.
     *
     * @param kind Whole, Decimal, YesNo, Choice, Text or Table
     * @param most greatest number, longest text or most rows
     * @param places after the point
     */
    record FieldOfSetting(
            String name,
            String kind,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable Integer places,
            @Nullable List<String> codes,
            @Nullable List<FieldOfSetting> columns) {

        static FieldOfSetting of(Setting.Field field) {
            return switch (field.kind()) {
                case Kind.Whole it ->
                        of(field, number(it.least()), number(it.most()), null, null, null);
                case Kind.Decimal it -> of(field, it.least(), it.most(), it.places(), null, null);
                case Kind.YesNo it -> of(field, null, null, null, null, null);
                case Kind.Choice it -> of(field, null, null, null, it.codes(), null);
                case Kind.Text it -> of(field, null, number(it.most()), null, null, null);
                case Kind.Table it ->
                        of(
                                field,
                                null,
                                number(it.most()),
                                null,
                                null,
                                it.columns().stream().map(FieldOfSetting::of).toList());
            };
        }

        private static FieldOfSetting of(
                Setting.Field field,
                @Nullable BigDecimal least,
                @Nullable BigDecimal most,
                @Nullable Integer places,
                @Nullable List<String> codes,
                @Nullable List<FieldOfSetting> columns) {
            return new FieldOfSetting(
                    field.name(), field.kind().code(), least, most, places, codes, columns);
        }

        private static BigDecimal number(int whole) {
            return BigDecimal.valueOf(whole);
        }
    }

    /** A version; reasons are remarks and stand on the page. */
    record VersionOfSetting(
            String setting,
            int number,
            Map<String, Object> values,
            LocalDate from,
            @Nullable LocalDate until,
            State state,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {

        static VersionOfSetting of(SettingVersion it) {
            return new VersionOfSetting(
                    it.name(),
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
            Map<String, Object> values, LocalDate from, @Nullable LocalDate until, String reason) {}

    /**
     * An exported file, changed or not.
     *
     * @param file its text, CSV or JSON
     */
    record SettingsImport(String file, LocalDate from, @Nullable LocalDate until, String reason) {}

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
        return EntityTags.tag(ResponseEntity.ok(), tag(standing.proposal()))
                .body(shown(place, standing, changing.effect(standing)));
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

    /**
     * The values that hold today at the place, one line a cell: setting, field, value, set by,
     * version.
     */
    @GetMapping(path = "/export", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> export(
            @RequestParam(required = false) @Nullable Region region, Actor actor) {
        Region place = region == null ? actor.region() : region;
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"settings-" + place + ".csv\"")
                .body(SettingsFile.csv(changing.all(actor, place)));
    }

    /** The same as JSON. */
    @GetMapping("/export/json")
    SettingsFile exportJson(@RequestParam(required = false) @Nullable Region region, Actor actor) {
        Region place = region == null ? actor.region() : region;
        return SettingsFile.of(place, changing.all(actor, place));
    }

    /** Proposes whatever in an exported file differs from what holds today. */
    @PostMapping("/imports")
    ResponseEntity<List<VersionOfSetting>> importFile(
            @RequestParam(required = false) @Nullable Region region,
            @RequestBody SettingsImport file,
            Actor actor) {
        List<SettingVersion> proposals =
                changing.propose(
                        actor,
                        region == null ? actor.region() : region,
                        SettingsFile.read(file.file().getBytes(StandardCharsets.UTF_8)),
                        file.from(),
                        file.until(),
                        file.reason());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(proposals.stream().map(VersionOfSetting::of).toList());
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
                standing.values().plain(),
                held == null ? null : held.region(),
                held == null ? null : held.number(),
                standing.setting().fields().stream().map(FieldOfSetting::of).toList(),
                proposal == null ? null : VersionOfSetting.of(proposal),
                effect);
    }
}
