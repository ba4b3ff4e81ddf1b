package org.xiangmuzhang.catalog.adapter.in.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What places do in their own way: tables, rows, proposals and their decisions. */
@Controller
@RequestMapping(TablePages.HERE)
class ConsoleTables {

    private static final int SHOWN = 50;
    private static final int COLUMNS = 4;
    private static final long MOST = 1_000_000;

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
    private final TablePages pages;

    ConsoleTables(
            Browsing browsing,
            ReferenceTables tables,
            Overriding overriding,
            OverridingRows overridingRows,
            ProposingLocalWays proposing,
            TablePages pages) {
        this.browsing = browsing;
        this.tables = tables;
        this.overriding = overriding;
        this.overridingRows = overridingRows;
        this.proposing = proposing;
        this.pages = pages;
    }

    @Bean
    static MenuEntry localWaysMenu() {
        return new MenuEntry(TablePages.HERE, "catalog.tables", 81, TablePages.READERS);
    }

    record TableLine(String name, int rows, int own) {}

    record RowLine(String key, String name, boolean own, Map<String, String> fields) {}

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String region,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        boolean reader = proposing.mayRead(place, actor);
        model.addAttribute(
                "tables",
                browsing.template().library().tables().all().stream()
                        .filter(Table::local)
                        .map(table -> line(table, place))
                        .toList());
        model.addAttribute("waiting", reader ? proposing.waiting(place, actor) : List.of());
        model.addAttribute("conflicts", reader ? overriding.conflicts(place) : List.of());
        model.addAttribute(
                "mayImport",
                actor.role() == Role.CATALOG_EDITOR && actor.region().equals(Region.TEMPLATE));
        return pages.shown("catalog/tables", place, actor, locale, model);
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
        Region place = pages.place(region, actor);
        Table of = pages.local(table);
        Cursor cursor = Cursor.parse(after, 1);
        int first = cursor == null ? 0 : (int) Math.clamp(cursor.number(0), 0, MOST);
        Words words = pages.words(locale);
        Set<String> own =
                overridingRows.at(place, table).stream()
                        .map(it -> it.key())
                        .collect(Collectors.toSet());
        String part = name.strip().toLowerCase(Locale.ROOT);
        List<RowLine> found =
                tables.rows(table, place).rows().stream()
                        .map(row -> line(of, row, own, words))
                        .filter(row -> sought(row, words).contains(part))
                        .toList();
        model.addAttribute("table", table);
        model.addAttribute("count", found.size());
        model.addAttribute("name", name);
        model.addAttribute("rows", found.stream().skip(first).limit(SHOWN).toList());
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
                                TablePages.HERE,
                                table,
                                place.code(),
                                URLEncoder.encode(name, StandardCharsets.UTF_8)));
        model.addAttribute("keys", of.keys().stream().map(key -> "catalog.column." + key).toList());
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > first + SHOWN ? Cursor.of(first + SHOWN).text() : null);
        return pages.shown("catalog/table", place, actor, locale, model);
    }

    /** Codes and words. */
    private static String sought(RowLine row, Words words) {
        StringBuilder text = new StringBuilder(row.name()).append(row.fields());
        row.fields().forEach((column, value) -> text.append(words.cell(column, value)));
        return text.toString().toLowerCase(Locale.ROOT);
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
        Region place = pages.place(region, actor);
        Table of = pages.local(table);
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
}
