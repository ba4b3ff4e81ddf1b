package org.xiangmuzhang.catalog.adapter.in.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.LocalMatter;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.Wish;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.settings.SettingVersion;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What places do in their own way: tables, rows, proposals and their decisions. */
@Controller
@RequestMapping(ConsoleTables.HERE)
class ConsoleTables {

    static final String HERE = "/console/catalog/tables";
    private static final String ROW = HERE + "/{table}/row";
    private static final String ITEMS = "items";
    private static final int SHOWN = 50;
    private static final int VERSIONS = 20;
    private static final int COLUMNS = 4;
    private static final Set<Role> READERS =
            Set.of(Role.CATALOG_EDITOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);

    /** Not shown in a list of rows: long texts, and names, which stand in front. */
    private static final Set<String> ASIDE =
            Set.of(
                    "name_zh",
                    "name_en",
                    "unit_en",
                    "source_id",
                    "seed_id",
                    "case_no",
                    "note",
                    "formula",
                    "published_effect",
                    "target_scope",
                    "target_source",
                    "basis",
                    "effect",
                    "seq",
                    "mechanisms_zh");

    private final Browsing browsing;
    private final ReferenceTables tables;
    private final Overriding overriding;
    private final OverridingRows overridingRows;
    private final ProposingLocalWays proposing;
    private final People people;
    private final Remarks remarks;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleTables(
            Browsing browsing,
            ReferenceTables tables,
            Overriding overriding,
            OverridingRows overridingRows,
            ProposingLocalWays proposing,
            People people,
            Remarks remarks,
            MessageSource messages,
            Clock clock) {
        this.browsing = browsing;
        this.tables = tables;
        this.overriding = overriding;
        this.overridingRows = overridingRows;
        this.proposing = proposing;
        this.people = people;
        this.remarks = remarks;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    static MenuEntry localWaysMenu() {
        return new MenuEntry(HERE, "catalog.tables", 81, READERS);
    }

    /** What the editor wants beside other values. */
    enum Way {
        FIELDS,
        ABOVE,
        ABSENT
    }

    /** Puts what stands in a column into words: those of a choice, else of the catalog. */
    public record Cells(Words words, Map<String, Map<String, String>> options) {

        public String of(String column, @Nullable String value) {
            Map<String, String> choice = options.getOrDefault(column, Map.of());
            String chosen = value == null ? null : choice.get(value);
            return chosen == null ? words.cell(column, value) : chosen;
        }
    }

    record TableLine(String name, int rows, int own) {}

    record RowLine(String key, String name, boolean own, Map<String, String> fields) {}

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String region,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = place(region, actor);
        boolean reader = READERS.contains(actor.role());
        model.addAttribute(
                "tables",
                browsing.template().library().tables().all().stream()
                        .filter(Table::local)
                        .map(table -> line(table, place))
                        .toList());
        model.addAttribute("waiting", reader ? proposing.waiting(place, actor) : List.of());
        model.addAttribute("conflicts", reader ? overriding.conflicts(place) : List.of());
        return shown("catalog/tables", place, actor, locale, model);
    }

    private TableLine line(Table table, Region place) {
        return new TableLine(
                table.text(),
                tables.rows(table.text(), place).rows().size(),
                overridingRows.at(place, table.text()).size());
    }

    @GetMapping("/{table}")
    String one(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = place(region, actor);
        Table of = local(table);
        Cursor cursor = Cursor.parse(after, 1);
        int first = cursor == null ? 0 : (int) Math.min(cursor.number(0), Integer.MAX_VALUE);
        Words words = new Words(browsing.template(), locale);
        Set<String> own =
                overridingRows.at(place, table).stream()
                        .map(it -> it.key())
                        .collect(Collectors.toSet());
        String part = name.strip().toLowerCase(Locale.ROOT);
        List<RowLine> found =
                tables.rows(table, place).rows().stream()
                        .map(row -> line(of, row, own, words))
                        .filter(
                                row ->
                                        row.fields()
                                                .toString()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(part))
                        .toList();
        model.addAttribute("table", table);
        model.addAttribute("count", found.size());
        model.addAttribute("name", name);
        model.addAttribute("rows", found.stream().skip(Math.max(first, 0)).limit(SHOWN).toList());
        model.addAttribute(
                "columns",
                of.header().stream()
                        .filter(column -> !ASIDE.contains(column) && !of.keys().contains(column))
                        .limit(COLUMNS)
                        .toList());
        model.addAttribute(
                "here",
                "%s/%s?region=%s&name=%s"
                        .formatted(
                                HERE,
                                table,
                                place.code(),
                                URLEncoder.encode(name, StandardCharsets.UTF_8)));
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > first + SHOWN ? Cursor.of(first + SHOWN).text() : null);
        return shown("catalog/table", place, actor, locale, model);
    }

    private static RowLine line(Table table, ReferenceRow row, Set<String> own, Words words) {
        String key = table.key(row.fields());
        return new RowLine(
                key, words.row(table.text(), key, row.fields()), own.contains(key), row.fields());
    }

    @GetMapping(path = "/{table}/export", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> export(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String region,
            Actor actor) {
        Region place = place(region, actor);
        Table of = local(table);
        StringWriter text = new StringWriter();
        CsvWriter csv =
                CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(of.header());
        for (ReferenceRow row : tables.rows(table, place).rows()) {
            csv.writeRecord(of.header().stream().map(row::get).toList());
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.csv\"".formatted(table, place))
                .body(text.toString());
    }

    @GetMapping("/{table}/row")
    String row(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String region,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = place(region, actor);
        boolean reader = READERS.contains(actor.role());
        LocalMatter matter = proposing.at(place, table, key, actor);
        Words words = new Words(browsing.template(), locale);
        List<SettingVersion> history =
                reader
                        ? proposing.history(place, table, key, Integer.MAX_VALUE, VERSIONS, actor)
                        : List.of();
        SettingVersion proposal = matter.proposal();
        boolean editor =
                actor.role() == Role.CATALOG_EDITOR
                        && !place.equals(Region.TEMPLATE)
                        && browsing.template().chain(place).contains(actor.region());
        boolean own = proposal != null && proposal.proposedBy().equals(actor.person());
        model.addAttribute("matter", matter);
        model.addAttribute(
                "title",
                words.row(
                        table,
                        key,
                        matter.fields().stream()
                                .collect(
                                        Collectors.toMap(
                                                field -> field.name(), field -> field.here()))));
        model.addAttribute("history", history);
        model.addAttribute(
                "names",
                people.names(ids(history, SettingVersion::proposedBy, SettingVersion::decidedBy)));
        model.addAttribute(
                "reasons",
                remarks.texts(ids(history, SettingVersion::reason, SettingVersion::answer)));
        model.addAttribute("mayPropose", editor && proposal == null);
        model.addAttribute("mayDecide", editor && proposal != null && !own);
        model.addAttribute("mayWithdraw", editor && own);
        model.addAttribute("today", WorkingDays.today(clock));
        Map<String, Map<String, String>> options = options(table, words, locale);
        model.addAttribute("options", options);
        model.addAttribute("cells", new Cells(words, options));
        Map<String, String> keys = table.equals(ITEMS) ? Map.of() : keyParts(local(table), key);
        model.addAttribute("keys", keys.keySet());
        model.addAttribute("keyParts", keys);
        return shown("catalog/row", place, actor, locale, model);
    }

    private static Map<String, String> keyParts(Table table, String key) {
        String[] parts = key.split("/", -1);
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> names = table.keys();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i < parts.length ? parts[i] : "");
        }
        return columns;
    }

    /** What may be chosen, by column; a column that is not among them is typed. */
    private Map<String, Map<String, String>> options(String table, Words words, Locale locale) {
        Map<String, Map<String, String>> options = new LinkedHashMap<>();
        if (table.equals(ITEMS)) {
            Map<String, String> departments = new LinkedHashMap<>();
            browsing.template()
                    .departments()
                    .values()
                    .forEach(it -> departments.put(it.code(), words.name(it)));
            options.put("department", departments);
            for (String unit : List.of("promised_unit", "statutory_unit")) {
                options.put(
                        unit,
                        said("catalog.unit.", List.of("WORKING_DAYS", "CALENDAR_DAYS"), locale));
            }
            for (String yesNo : List.of("commitment", "deficiency_tolerant", "simulatable")) {
                options.put(yesNo, said("settings.", List.of("yes", "no"), locale));
            }
            return options;
        }
        for (Column column : local(table).columns()) {
            if (column.rule().equals("value-not-allowed") && !column.list()) {
                Map<String, String> codes = new LinkedHashMap<>();
                Arrays.stream(column.arguments().getFirst().split(", "))
                        .forEach(code -> codes.put(code, code));
                options.put(column.name(), codes);
            }
        }
        return options;
    }

    private Map<String, String> said(String prefix, List<String> codes, Locale locale) {
        Map<String, String> said = new LinkedHashMap<>();
        codes.forEach(code -> said.put(code, messages.getMessage(prefix + code, null, locale)));
        return said;
    }

    @PostMapping("/{table}/row/proposals")
    @FormOn(
            page = ROW,
            form = "proposal",
            keep = {"key", "region"})
    String propose(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam Region region,
            @RequestParam(defaultValue = "FIELDS") Way way,
            @RequestParam Map<String, String> form,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        Wish wish = new Wish(from, until, reason);
        try {
            switch (way) {
                case ABOVE -> {
                    if (table.equals(ITEMS)) {
                        proposing.propose(region, key, LocalValues.NONE, wish, actor);
                    } else {
                        LocalRow asAbove = new LocalRow(false, Map.of());
                        proposing.propose(region, table, key, asAbove, wish, actor);
                    }
                }
                case ABSENT, FIELDS ->
                        proposing.propose(region, table, key, way == Way.ABSENT, form, wish, actor);
            }
        } catch (TablesRefused refused) {
            throw inWords(refused);
        }
        return done("catalog.proposed", table, key, region, next);
    }

    @PostMapping("/{table}/row/proposal/decision")
    @FormOn(
            page = ROW,
            form = "decision",
            keep = {"key", "region"})
    String decide(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam Region region,
            @RequestParam int number,
            @RequestParam SettingVersion.State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        try {
            proposing.decide(region, table, key, number, outcome, reason, actor);
        } catch (TablesRefused refused) {
            throw inWords(refused);
        }
        return done("settings.decided." + outcome, table, key, region, next);
    }

    /** The first fault beside its field. */
    private static Refusal inWords(TablesRefused refused) {
        Fault fault = refused.faults().getFirst();
        return Refusal.invalid(
                "local-way-refused",
                "/" + fault.column(),
                new DefaultMessageSourceResolvable(
                        new String[] {"fault." + fault.rule()}, fault.arguments().toArray()),
                refused.faults().size());
    }

    private static String done(
            String notice, String table, String key, Region region, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("table", table);
        next.addAttribute("key", key);
        next.addAttribute("region", region.code());
        return "redirect:" + ROW + "?key={key}&region={region}";
    }

    private String shown(String view, Region place, Actor actor, Locale locale, Model model) {
        Words words = new Words(browsing.template(), locale);
        model.addAttribute("region", place);
        model.addAttribute("place", words.region(place));
        model.addAttribute("words", words);
        model.addAttribute("reader", READERS.contains(actor.role()));
        return view;
    }

    private Table local(String table) {
        Table of = browsing.template().library().tables().named(table);
        if (!of.local()) {
            throw Refusal.invalid("table-same-everywhere", "/table", table);
        }
        return of;
    }

    /** Without a place that of the visitor's post, and the template when that is not listed. */
    private Region place(String asked, Actor actor) {
        Region place = asked.isEmpty() ? actor.region() : new Region(asked);
        boolean listed = browsing.template().places().containsKey(place);
        if (!asked.isEmpty() && !listed && !place.equals(Region.TEMPLATE)) {
            throw Refusal.invalid("region-unknown", "/region", place.code());
        }
        return listed ? place : Region.TEMPLATE;
    }

    @SafeVarargs
    private static Set<UUID> ids(
            List<SettingVersion> versions, Function<SettingVersion, @Nullable UUID>... ids) {
        return versions.stream()
                .flatMap(version -> Stream.of(ids).map(id -> id.apply(version)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
