package org.xiangmuzhang.catalog.adapter.in.console;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.list.ListColumn;
import org.xiangmuzhang.catalog.domain.list.ListDemand;
import org.xiangmuzhang.catalog.domain.list.ListKind;
import org.xiangmuzhang.catalog.domain.list.ListLine;
import org.xiangmuzhang.catalog.domain.list.PublishedList;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.PublishingLists;
import org.xiangmuzhang.catalog.port.in.PublishingLists.Format;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The lists that an office publishes, on one page with a tab for each. */
@Controller
@RequestMapping(ConsoleLists.HERE)
class ConsoleLists {

    static final String HERE = "/console/catalog/lists";
    private static final int SHOWN = 50;
    private static final int DAYS = 12;
    private static final long MOST = 1_000_000;

    private final PublishingLists publishing;
    private final Browsing browsing;
    private final TablePages pages;
    private final MessageSource messages;

    ConsoleLists(
            PublishingLists publishing,
            Browsing browsing,
            TablePages pages,
            MessageSource messages) {
        this.publishing = publishing;
        this.browsing = browsing;
        this.pages = pages;
        this.messages = messages;
    }

    @Bean
    static MenuEntry listsMenu() {
        return new MenuEntry(HERE, "catalog.lists", 57, Set.of());
    }

    /** What a cell holds, in words. */
    public record ListCells(Words words, MessageSource messages, Locale locale) {

        public String of(ListColumn column, ListLine line) {
            return of(column, line.get(column));
        }

        public String of(ListColumn column, String cell) {
            if (cell.isEmpty()) {
                return "–";
            }
            return switch (column.form()) {
                case TEXT, NUMBER -> cell;
                case CODE -> messages.getMessage(column.sentences() + cell, null, locale);
                case DEPARTMENT -> words.department(cell);
                case DEPARTMENTS -> each(cell, words::department);
                case ITEMS -> each(cell, words::item);
                case REGION -> words.region(new Region(cell));
                case TRADE -> words.trade(cell);
                case LIMIT -> limit(cell);
            };
        }

        private String each(String cell, UnaryOperator<String> said) {
            return Arrays.stream(cell.split(";"))
                    .map(said)
                    .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "、"));
        }

        private String limit(String cell) {
            String[] parts = cell.split(" ");
            return parts[0].equals("0")
                    ? messages.getMessage("catalog.limit.at-once", null, locale)
                    : messages.getMessage(
                            "catalog.limit." + parts[1], new Object[] {parts[0]}, locale);
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "POWERS") ListKind list,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        Cursor cursor = Cursor.parse(after, 1);
        int first = cursor == null ? 0 : (int) Math.clamp(cursor.number(0), 0, MOST);
        PublishedList whole = publishing.list(list, place, day, orNull(type));
        List<ListLine> found =
                whole.lines().stream()
                        .filter(
                                line ->
                                        department.isEmpty()
                                                || line.department().equals(department))
                        .toList();
        Words words = pages.words(locale);
        model.addAttribute("whole", whole);
        boolean seven =
                type.isEmpty() || list.isOfTrades()
                        ? !ListKind.OF_THE_OFFICE.contains(list)
                        : ListKind.SEVEN.contains(list);
        model.addAttribute("seven", seven);
        model.addAttribute(
                "counts", counts(seven, place, day, list.isOfTrades() ? null : orNull(type)));
        model.addAttribute("types", types(list, place, words));
        model.addAttribute(
                "sevenOf", type.isEmpty() || list.isOfTrades() ? firstType(place) : type);
        model.addAttribute("type", orNull(type));
        model.addAttribute("count", found.size());
        model.addAttribute("lines", found.stream().skip(first).limit(SHOWN).toList());
        model.addAttribute("departments", departments(whole, words));
        model.addAttribute("department", department);
        model.addAttribute("asked", region);
        model.addAttribute("day", day);
        model.addAttribute("days", publishing.daysOfChange(DAYS));
        model.addAttribute("formats", Format.values());
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > first + SHOWN ? Cursor.of(first + SHOWN).text() : null);
        return shown("catalog/lists", place, actor, locale, model);
    }

    private static @Nullable String orNull(String type) {
        return type.isEmpty() ? null : type;
    }

    private @Nullable String firstType(Region place) {
        return browsing.at(place).types().keySet().stream().findFirst().orElse(null);
    }

    /** To what the list may be narrowed: trades that have a standard, or types of projects. */
    private Map<String, String> types(ListKind list, Region place, Words words) {
        Map<String, String> types = new LinkedHashMap<>();
        PlaceView view = browsing.at(place);
        if (list.isOfTrades()) {
            view.template().library().rows(Table.TRADE_REQUIREMENTS).stream()
                    .map(row -> row.get("trade_code"))
                    .sorted()
                    .forEach(trade -> types.put(trade, words.trade(trade)));
        } else {
            view.types().values().forEach(type -> types.put(type.code(), words.name(type)));
        }
        return types;
    }

    /** A tab for each of the seven lists of a project type, or for each list of the office. */
    private Map<ListKind, Integer> counts(
            boolean seven, Region place, @Nullable LocalDate day, @Nullable String narrowed) {
        Map<ListKind, Integer> all = publishing.counts(place, day, narrowed);
        Map<ListKind, Integer> shown = new LinkedHashMap<>();
        for (ListKind kind : seven ? ListKind.SEVEN : ListKind.OF_THE_OFFICE) {
            shown.put(kind, all.getOrDefault(kind, 0));
        }
        return shown;
    }

    private static Map<String, String> departments(PublishedList whole, Words words) {
        return whole.lines().stream()
                .map(ListLine::department)
                .filter(code -> !code.isEmpty())
                .distinct()
                .collect(
                        Collectors.toMap(
                                code -> code, words::department, (one, same) -> one, TreeMap::new));
    }

    @GetMapping("/changes")
    String changes(
            @RequestParam ListKind list,
            @RequestParam(defaultValue = "") String region,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String type,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        model.addAttribute("changes", publishing.changes(list, place, from, until, orNull(type)));
        model.addAttribute("asked", region);
        return shown("catalog/list-changes", place, actor, locale, model);
    }

    @GetMapping("/demand")
    String demand(
            @RequestParam ListKind list,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "10") int least,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        Cursor cursor = Cursor.parse(after, 1);
        int first = cursor == null ? 0 : (int) Math.clamp(cursor.number(0), 0, MOST);
        ListDemand demand = publishing.demand(list, place, days, least, actor);
        model.addAttribute("demand", demand);
        model.addAttribute("lines", demand.lines().stream().skip(first).limit(SHOWN).toList());
        model.addAttribute("days", days);
        model.addAttribute("least", least);
        model.addAttribute("asked", region);
        model.addAttribute("after", after);
        model.addAttribute(
                "next",
                demand.lines().size() > first + SHOWN ? Cursor.of(first + SHOWN).text() : null);
        return shown("catalog/list-demand", place, actor, locale, model);
    }

    @GetMapping("/export")
    void export(
            @RequestParam ListKind list,
            @RequestParam Format format,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String type,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        PublishedList whole = publishing.list(list, pages.place(region, actor), day, orNull(type));
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s\"".formatted(format.fileName(whole)));
        publishing.write(whole, format, locale, response.getOutputStream());
    }

    private String shown(String view, Region place, Actor actor, Locale locale, Model model) {
        Words words = pages.words(locale);
        model.addAttribute("cells", new ListCells(words, messages, locale));
        model.addAttribute("said", new PackageWords(words, messages, locale));
        return pages.shown(view, place, actor, locale, model);
    }
}
