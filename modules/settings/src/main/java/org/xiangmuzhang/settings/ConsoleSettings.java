package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.settings.SettingVersion.State;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of an administrator's place: what it sets for itself, and what waits. */
@Controller
@RequestMapping(ConsoleSettings.HERE)
class ConsoleSettings {

    static final String HERE = "/console/settings";
    private static final int SHOWN = 20;

    private final ChangingSettings changing;
    private final People people;
    private final Remarks remarks;
    private final Clock clock;

    ConsoleSettings(ChangingSettings changing, People people, Remarks remarks, Clock clock) {
        this.changing = changing;
        this.people = people;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Bean
    static MenuEntry settingsMenu() {
        return new MenuEntry(
                HERE,
                "settings.title",
                80,
                Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR));
    }

    @GetMapping
    String all(@RequestParam(required = false) @Nullable Region region, Actor actor, Model model) {
        Region place = region == null ? actor.region() : region;
        model.addAttribute("place", place);
        model.addAttribute("placeName", changing.name(place));
        model.addAttribute("settings", changing.all(actor, place));
        model.addAttribute("mayImport", actor.role() == Role.ADMINISTRATOR);
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("waiting", changing.waiting(actor));
        return "settings/settings";
    }

    @GetMapping(path = "/export", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> export(@RequestParam Region region, Actor actor) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"settings-" + region + ".csv\"")
                .body(SettingsFile.csv(changing.all(actor, region)));
    }

    @GetMapping(path = "/export/json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> exportJson(@RequestParam Region region, Actor actor) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"settings-" + region + ".json\"")
                .body(
                        SettingsFile.of(region, changing.all(actor, region))
                                .json()
                                .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{name}")
    String one(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Region region,
            Actor actor,
            Model model) {
        Region place = region == null ? actor.region() : region;
        ChangingSettings.Standing standing = changing.one(actor, place, name);
        SettingVersion proposal = standing.proposal();
        Setting setting = standing.setting();
        List<SettingVersion> history =
                changing.history(actor, place, name, Integer.MAX_VALUE, SHOWN);
        model.addAttribute("place", place);
        model.addAttribute("placeName", changing.name(place));
        model.addAttribute("standing", standing);
        SettingVersion inForce = standing.inForce();
        model.addAttribute("setBy", inForce == null ? null : changing.name(inForce.region()));
        model.addAttribute("history", history);
        model.addAttribute(
                "names",
                people.names(
                        of(history, SettingVersion::proposedBy, SettingVersion::decidedBy),
                        actor,
                        Occasion.LIST));
        model.addAttribute(
                "reasons",
                remarks.texts(of(history, SettingVersion::reason, SettingVersion::answer)));
        List<Effect.Line> effect = changing.effect(standing);
        model.addAttribute("effect", effect);
        model.addAttribute(
                "untouched", effect.stream().allMatch(line -> line.now() == line.then()));
        model.addAttribute(
                "changes",
                proposal == null
                        ? List.of()
                        : Change.between(
                                setting, standing.values(), changing.proposed(setting, proposal)));
        model.addAttribute("cells", standing.values().cells());
        model.addAttribute("rows", rows(standing));
        model.addAttribute("past", past(setting, history));
        boolean mayAct = actor.role() == Role.ADMINISTRATOR;
        boolean own = proposal != null && proposal.proposedBy().equals(actor.person());
        model.addAttribute("mayPropose", mayAct && proposal == null);
        model.addAttribute("mayDecide", mayAct && proposal != null && !own);
        model.addAttribute("mayWithdraw", mayAct && own);
        model.addAttribute("today", WorkingDays.today(clock));
        return "settings/setting";
    }

    /** How many rows each table has. */
    private static Map<String, Integer> rows(ChangingSettings.Standing standing) {
        return standing.setting().fields().stream()
                .filter(field -> field.kind() instanceof Kind.Table)
                .collect(
                        Collectors.toMap(
                                Setting.Field::name,
                                field -> standing.values().rows(field.name()).size()));
    }

    /** The values of each version by its number, none where it goes back to what holds above. */
    private static Map<Integer, Values> past(Setting setting, List<SettingVersion> history) {
        return history.stream()
                .filter(version -> !version.isAsAbove())
                .collect(
                        Collectors.toMap(
                                SettingVersion::number,
                                version -> setting.completed(version.values())));
    }

    @PostMapping("/imports")
    @FormOn(
            page = HERE,
            form = "import",
            keep = "region",
            fields = {"values=file"})
    String importFile(
            @RequestParam Region region,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next)
            throws IOException {
        byte[] content =
                file == null || file.isEmpty()
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : file.getBytes();
        changing.propose(actor, region, SettingsFile.read(content), from, until, reason);
        next.addFlashAttribute("notice", "settings.imported");
        next.addAttribute("region", region.code());
        return "redirect:" + HERE;
    }

    @PostMapping("/{name}/proposals")
    @FormOn(page = HERE + "/{name}", form = "proposal", keep = "region")
    String propose(
            @PathVariable String name,
            @RequestParam Region region,
            @RequestParam Map<String, String> form,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean asAbove,
            Actor actor,
            RedirectAttributes next) {
        Setting setting = changing.toPropose(actor, region, name);
        Map<String, Object> values = asAbove ? Map.of() : setting.read(form).plain();
        changing.propose(actor, region, name, values, from, until, reason);
        return done("settings.proposed", name, region, next);
    }

    @PostMapping("/{name}/proposal/decision")
    @FormOn(page = HERE + "/{name}", form = "decision", keep = "region")
    String decide(
            @PathVariable String name,
            @RequestParam Region region,
            @RequestParam int number,
            @RequestParam State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        SettingVersion proposal = changing.one(actor, region, name).proposal();
        if (proposal != null && proposal.number() != number) {
            throw Refusal.conflict("setting-decided-already");
        }
        changing.decide(actor, region, proposal, outcome, reason);
        return done("settings.decided." + outcome, name, region, next);
    }

    private static String done(String notice, String name, Region region, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("name", name);
        next.addAttribute("region", region.code());
        return "redirect:" + HERE + "/{name}?region={region}";
    }

    @SafeVarargs
    private static Set<UUID> of(
            List<SettingVersion> versions,
            java.util.function.Function<SettingVersion, @Nullable UUID>... ids) {
        return versions.stream()
                .flatMap(version -> Stream.of(ids).map(id -> id.apply(version)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
