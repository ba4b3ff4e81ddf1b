package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.LocalMatter;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.Wish;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One item or row as a place has it, what is proposed for it, and its versions. */
@Controller
@RequestMapping(ConsoleRows.HERE)
class ConsoleRows {

    static final String HERE = TablePages.HERE + "/{table}/row";
    private static final String ITEMS = "items";
    private static final int VERSIONS = 20;

    private final Browsing browsing;
    private final TablePages pages;
    private final ProposingLocalWays proposing;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleRows(
            Browsing browsing,
            TablePages pages,
            ProposingLocalWays proposing,
            MessageSource messages,
            Clock clock) {
        this.browsing = browsing;
        this.pages = pages;
        this.proposing = proposing;
        this.messages = messages;
        this.clock = clock;
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

        /** The same with the codes, but for yes, no and units, which are words. */
        public List<Words.Part> parts(String column, @Nullable String value) {
            String chosen =
                    value == null ? null : options.getOrDefault(column, Map.of()).get(value);
            return value == null || chosen == null || !words.said(column, value).equals(value)
                    ? words.parts(column, value)
                    : List.of(new Words.Part(chosen, null));
        }
    }

    @GetMapping
    String row(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String region,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        boolean reader = proposing.mayRead(place, actor);
        LocalMatter matter = proposing.at(place, table, key, actor);
        Words words = pages.words(locale);
        List<SettingVersion> history =
                reader
                        ? proposing.history(place, table, key, Integer.MAX_VALUE, VERSIONS, actor)
                        : List.of();
        SettingVersion proposal = matter.proposal();
        boolean editor = pages.mayEdit(actor, place);
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
        pages.told(history, actor, model);
        model.addAttribute("mayPropose", editor && proposal == null);
        model.addAttribute("mayDecide", editor && proposal != null && !own);
        model.addAttribute("mayWithdraw", editor && own);
        model.addAttribute("today", WorkingDays.today(clock));
        Map<String, Map<String, String>> options = options(table, words, locale);
        model.addAttribute("options", options);
        model.addAttribute("cells", new Cells(words, options));
        model.addAttribute("several", several(table, words));
        Map<String, String> keys =
                table.equals(ITEMS) ? Map.of() : keyParts(pages.local(table), key);
        model.addAttribute("keys", keys.keySet());
        model.addAttribute("keyParts", keys);
        return pages.shown("catalog/row", place, actor, locale, model);
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
            options.put(
                    "exclusion",
                    said(
                            "catalog.exclusion.",
                            Arrays.stream(Exclusion.Category.values()).map(Enum::name).toList(),
                            locale));
            return options;
        }
        for (Column column : pages.local(table).columns()) {
            if (column.rule().equals("value-not-allowed") && !column.list()) {
                Map<String, String> codes = new LinkedHashMap<>();
                Arrays.stream(column.arguments().getFirst().split(", "))
                        .forEach(code -> codes.put(code, choice(words, column, code)));
                options.put(column.name(), codes);
            }
        }
        return options;
    }

    /** What may stand in a column that takes several codes, by column. */
    private Map<String, String> several(String table, Words words) {
        Map<String, String> several = new LinkedHashMap<>();
        if (!table.equals(ITEMS)) {
            pages.local(table).columns().stream()
                    .filter(column -> column.list() && column.rule().equals("value-not-allowed"))
                    .forEach(
                            column ->
                                    several.put(
                                            column.name(),
                                            Arrays.stream(column.arguments().getFirst().split(", "))
                                                    .map(code -> choice(words, column, code))
                                                    .collect(Collectors.joining("; "))));
        }
        return several;
    }

    private static String choice(Words words, Column column, String code) {
        String said = words.said(column.name(), code);
        return said.equals(code) ? code : said + " · " + code;
    }

    private Map<String, String> said(String prefix, List<String> codes, Locale locale) {
        Map<String, String> said = new LinkedHashMap<>();
        codes.forEach(code -> said.put(code, messages.getMessage(prefix + code, null, locale)));
        return said;
    }

    @PostMapping("/proposals")
    @FormOn(
            page = HERE,
            form = "proposal",
            keep = {"key", "region"})
    String propose(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam Region region,
            @RequestParam(defaultValue = "FIELDS") Way instead,
            @RequestParam Map<String, String> form,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        Wish wish = new Wish(from, until, reason);
        try {
            switch (instead) {
                case ABOVE -> {
                    if (table.equals(ITEMS)) {
                        proposing.propose(region, key, LocalValues.NONE, wish, actor);
                    } else {
                        LocalRow asAbove = new LocalRow(false, Map.of());
                        proposing.propose(region, table, key, asAbove, wish, actor);
                    }
                }
                case ABSENT, FIELDS ->
                        proposing.propose(
                                region, table, key, instead == Way.ABSENT, form, wish, actor);
            }
        } catch (TablesRefused refused) {
            throw inWords(refused);
        }
        return done("catalog.proposed", table, key, region, next);
    }

    @PostMapping("/proposal/decision")
    @FormOn(
            page = HERE,
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
    static Refusal inWords(TablesRefused refused) {
        Fault fault = refused.faults().getFirst();
        return Refusal.invalid(
                "local-way-refused",
                "/" + fault.column(),
                new DefaultMessageSourceResolvable(
                        new String[] {"fault." + fault.rule()}, fault.arguments().toArray()),
                refused.faults().size());
    }

    static String done(
            String notice, String table, String key, Region region, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("table", table);
        next.addAttribute("key", key);
        next.addAttribute("region", region.code());
        return "redirect:" + HERE + "?key={key}&region={region}";
    }
}
