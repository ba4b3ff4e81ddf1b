package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.domain.own.ItemColumns;
import org.xiangmuzhang.catalog.domain.own.ItemDraft;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.Level;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.DraftingItems;
import org.xiangmuzhang.catalog.port.in.DraftingItems.DraftMatter;
import org.xiangmuzhang.catalog.port.in.ExportingItems;
import org.xiangmuzhang.catalog.port.in.ReadingOwnItems;
import org.xiangmuzhang.catalog.port.in.WordingItems;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A place's own list: to look through, to draft in, and to agree on. */
@Controller
@RequestMapping(ConsoleOwnItems.HERE)
class ConsoleOwnItems {

    static final String HERE = "/console/catalog/own";

    /** Empty materials that a form has beside those that there are. */
    private static final int SPARE = 2;

    private static final Set<String> LONG =
            Set.of("basis", "applies_when", "before", "exclusion_clause", "material_basis");

    private final Browsing browsing;
    private final TablePages pages;
    private final ReadingOwnItems reading;
    private final DraftingItems drafting;
    private final ExportingItems exporting;
    private final WordingItems sentences;
    private final Remarks remarks;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleOwnItems(
            Browsing browsing,
            TablePages pages,
            ReadingOwnItems reading,
            DraftingItems drafting,
            ExportingItems exporting,
            WordingItems sentences,
            Remarks remarks,
            MessageSource messages,
            Clock clock) {
        this.browsing = browsing;
        this.pages = pages;
        this.reading = reading;
        this.drafting = drafting;
        this.exporting = exporting;
        this.sentences = sentences;
        this.remarks = remarks;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    static MenuEntry ownItemsMenu() {
        return new MenuEntry(HERE, "catalog.own", 56, TablePages.READERS);
    }

    /** Says what the page shows, in the visitor's language. */
    public record Said(WordingItems sentences, MessageSource messages, Locale locale) {

        public String label(String column) {
            return sentences.label(column, locale);
        }

        public String value(String column, @Nullable String text) {
            return text == null || text.isEmpty() ? "–" : sentences.value(column, text, locale);
        }

        public String change(ItemChange change) {
            return sentences.of(change, locale);
        }

        public String fault(Fault fault) {
            return Objects.requireNonNull(
                    messages.getMessage(
                            "fault." + fault.rule(),
                            fault.arguments().toArray(),
                            fault.rule(),
                            locale));
        }
    }

    /**
     * A field of the form.
     *
     * @param options what may be chosen, or null
     */
    public record Field(
            String name,
            String column,
            String value,
            boolean required,
            boolean wide,
            @Nullable Map<String, String> options) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        if (!code.isBlank()) {
            next.addAttribute("code", code.strip());
            next.addAttribute("region", region);
            return "redirect:" + HERE + "/{code}?region={region}";
        }
        actor.mustBe(TablePages.READERS.toArray(Role[]::new));
        Region place = pages.place(region, actor);
        Cursor cursor = Cursor.parse(after, 1);
        Level chosen =
                Arrays.stream(Level.values())
                        .filter(one -> one.name().equals(level))
                        .findFirst()
                        .orElse(null);
        List<OwnItem> found =
                place.equals(Region.TEMPLATE)
                        ? List.of()
                        : reading.page(
                                place,
                                new Narrowed(chosen, null, null, name.strip()),
                                cursor == null ? "" : cursor.text(0, "[A-Z0-9-]+"),
                                Page.USUAL + 1);
        model.addAttribute("page", Page.of(found, Page.USUAL, item -> Cursor.of(item.code())));
        model.addAttribute("after", after);
        model.addAttribute("level", level);
        model.addAttribute("levels", Level.values());
        model.addAttribute("name", name);
        List<ItemDraft> drafts = drafting.drafts(place, actor);
        model.addAttribute("drafts", drafts);
        model.addAttribute("names", pages.names(drafts.stream().map(ItemDraft::editedBy), actor));
        model.addAttribute("listed", !place.equals(Region.TEMPLATE));
        model.addAttribute("said", new Said(sentences, messages, locale));
        return pages.shown("catalog/own", place, actor, locale, model);
    }

    @GetMapping("/{code}")
    String item(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        DraftMatter matter = drafting.at(place, code, actor);
        SettingVersion proposal = matter.proposal();
        boolean editor = pages.mayEdit(actor, place);
        boolean own = proposal != null && proposal.proposedBy().equals(actor.person());
        model.addAttribute("matter", matter);
        model.addAttribute("said", new Said(sentences, messages, locale));
        OwnItem holding = matter.holding();
        model.addAttribute("facts", holding == null ? Map.of() : holding.sheet().shown());
        boolean fresh = holding == null && matter.draft() != null;
        model.addAttribute("drafted", fresh ? matter.start().shown() : Map.of());
        model.addAttribute("mayDraft", editor && proposal == null);
        model.addAttribute("mayReview", editor && proposal == null && matter.draft() != null);
        model.addAttribute("mayDecide", editor && proposal != null && !own);
        model.addAttribute("mayWithdraw", editor && own);
        model.addAttribute("fields", fields(matter.start(), locale));
        model.addAttribute("materials", materials(matter.start(), locale));
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("names", pages.names(people(matter), actor));
        model.addAttribute(
                "reasons", proposal == null ? Map.of() : remarks.texts(Set.of(proposal.reason())));
        model.addAttribute(
                "compared",
                from == null || to == null
                        ? null
                        : reading.changes(place, code, version(place, from), version(place, to)));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return pages.shown("catalog/own-item", place, actor, locale, model);
    }

    /** A number of a publication of the place names a version. */
    private static String version(Region place, String number) {
        return "0~" + place.code() + "." + number;
    }

    private static Stream<@Nullable UUID> people(DraftMatter matter) {
        ItemDraft draft = matter.draft();
        SettingVersion proposal = matter.proposal();
        return Stream.concat(
                matter.versions().stream()
                        .flatMap(line -> Stream.of(line.draftedBy(), line.publishedBy())),
                Stream.of(
                        draft == null ? null : draft.editedBy(),
                        proposal == null ? null : proposal.proposedBy()));
    }

    private List<Field> fields(ItemSheet sheet, Locale locale) {
        return ItemColumns.ITEM.stream()
                .map(column -> field("", column, sheet.get(column.name()), locale))
                .toList();
    }

    private List<List<Field>> materials(ItemSheet sheet, Locale locale) {
        List<List<Field>> materials = new ArrayList<>();
        for (int i = 0; i < sheet.materials().size() + SPARE; i++) {
            String prefix = "m" + i + ".";
            Map<String, String> texts =
                    i < sheet.materials().size() ? sheet.materials().get(i) : Map.of();
            materials.add(
                    ItemColumns.MATERIAL.stream()
                            .map(
                                    column ->
                                            field(
                                                    prefix,
                                                    column,
                                                    texts.getOrDefault(column.name(), ""),
                                                    locale))
                            .toList());
        }
        return materials;
    }

    private Field field(String prefix, Column column, String value, Locale locale) {
        return new Field(
                prefix + column.name(),
                column.name(),
                value,
                prefix.isEmpty() && column.required(),
                LONG.contains(column.name()),
                options(column, locale));
    }

    private @Nullable Map<String, String> options(Column column, Locale locale) {
        if (column.name().equals("department")) {
            Words words = pages.words(locale);
            Map<String, String> departments = new LinkedHashMap<>();
            browsing.template()
                    .departments()
                    .values()
                    .forEach(it -> departments.put(it.code(), words.name(it)));
            return departments;
        }
        if (!column.rule().equals("value-not-allowed") || column.list()) {
            return null;
        }
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(column.arguments().getFirst().split(", "))
                .forEach(
                        code ->
                                codes.put(
                                        code,
                                        column.name().endsWith("_unit")
                                                ? unit(code, locale)
                                                : sentences.value(column.name(), code, locale)));
        return codes;
    }

    private String unit(String code, Locale locale) {
        return Objects.requireNonNull(
                messages.getMessage(
                        code.equals("CD")
                                ? "catalog.unit.CALENDAR_DAYS"
                                : "catalog.unit.WORKING_DAYS",
                        null,
                        code,
                        locale));
    }

    @PostMapping("/{code}/draft")
    @FormOn(
            page = HERE + "/{code}",
            form = "draft",
            keep = {"region"})
    String save(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            @RequestParam Map<String, String> form,
            Actor actor,
            RedirectAttributes next) {
        try {
            drafting.save(region, code, sheet(form), withdrawn, version, actor);
        } catch (TablesRefused refused) {
            throw ConsoleRows.inWords(refused);
        }
        return done("catalog.own.saved", code, region, next);
    }

    private static ItemSheet sheet(Map<String, String> form) {
        Map<String, String> fields =
                ItemColumns.ITEM.stream()
                        .map(Column::name)
                        .collect(
                                Collectors.toMap(
                                        column -> column, column -> form.getOrDefault(column, "")));
        List<Map<String, String>> materials = new ArrayList<>();
        for (int i = 0; i <= ItemSheet.MOST_MATERIALS; i++) {
            String prefix = "m" + i + ".";
            Map<String, String> material =
                    ItemColumns.MATERIAL.stream()
                            .map(Column::name)
                            .collect(
                                    Collectors.toMap(
                                            column -> column,
                                            column -> form.getOrDefault(prefix + column, "")));
            if (material.values().stream().anyMatch(text -> !text.isBlank())) {
                materials.add(material);
            }
        }
        return new ItemSheet(fields, materials);
    }

    @PostMapping("/{code}/draft/removal")
    @FormOn(
            page = HERE + "/{code}",
            form = "removal",
            keep = {"region"})
    String discard(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        drafting.discard(region, code, version, actor);
        return done("catalog.own.removed", code, region, next);
    }

    @PostMapping("/{code}/draft/review")
    @FormOn(
            page = HERE + "/{code}",
            form = "review",
            keep = {"region"})
    String review(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam long version,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        try {
            drafting.review(region, code, version, from, reason, actor);
        } catch (TablesRefused refused) {
            throw ConsoleRows.inWords(refused);
        }
        return done("catalog.proposed", code, region, next);
    }

    @PostMapping("/{code}/draft/review/decision")
    @FormOn(
            page = HERE + "/{code}",
            form = "decision",
            keep = {"region"})
    String decide(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam int number,
            @RequestParam SettingVersion.State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        try {
            drafting.decide(region, code, number, outcome, reason, actor);
        } catch (TablesRefused refused) {
            throw ConsoleRows.inWords(refused);
        }
        return done("settings.decided." + outcome, code, region, next);
    }

    private static String done(String notice, String code, Region region, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("code", code);
        next.addAttribute("region", region.code());
        return "redirect:" + HERE + "/{code}?region={region}";
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "CSV") ExportingItems.Form form,
            Actor actor) {
        Region place = pages.place(region, actor);
        if (place.equals(Region.TEMPLATE)) {
            throw Refusal.invalid("region-unknown", "/region", place.code());
        }
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
}
