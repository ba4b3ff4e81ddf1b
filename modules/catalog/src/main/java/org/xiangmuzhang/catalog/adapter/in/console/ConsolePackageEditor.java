package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.bundle.OneMatter;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.LocalField;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.LocalMatter;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.Wish;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A place makes a package or changes one: what is typed is shown worked out before it is proposed,
 * and a second editor decides on the page of the row.
 */
@Controller
@RequestMapping(ConsolePackageEditor.HERE)
class ConsolePackageEditor {

    static final String HERE = ConsolePackages.HERE + "/edit";

    /** Fields that are typed; the others of the row stay as they are. */
    static final List<String> TYPED =
            List.of(
                    "name_zh",
                    "name_en",
                    "family",
                    "kind",
                    "trade_code",
                    "lead_dept_code",
                    "item_codes",
                    "choices",
                    "promised_days",
                    "promised_unit",
                    "handling_mode",
                    "published_effect",
                    "published_figures");

    /** What a package of a place has unless its editor says otherwise. */
    private static final Map<String, String> FRESH =
            Map.of("source_id", "DEFAULT", "lead_source", "DEFAULT", "kind", "ONE_MATTER");

    private final LookingAtPackages packages;
    private final ProposingLocalWays proposing;
    private final Browsing browsing;
    private final TablePages pages;
    private final MessageSource messages;
    private final Clock clock;

    ConsolePackageEditor(
            LookingAtPackages packages,
            ProposingLocalWays proposing,
            Browsing browsing,
            TablePages pages,
            MessageSource messages,
            Clock clock) {
        this.packages = packages;
        this.proposing = proposing;
        this.browsing = browsing;
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String edit(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        Map<String, String> row = row(place, code, typed, actor);
        boolean previewed = typed.containsKey("item_codes");
        if (previewed) {
            OneMatter matter = packages.preview(place, row);
            ConsolePackages.steps(matter, model);
        }
        Words words = pages.words(locale);
        model.addAttribute("code", code);
        model.addAttribute("row", row);
        model.addAttribute("newline", "\n");
        model.addAttribute("typed", TYPED);
        model.addAttribute("previewed", previewed);
        model.addAttribute("mayPropose", pages.mayEdit(actor, place));
        model.addAttribute("said", new PackageWords(words, messages, locale));
        model.addAttribute("options", options(words, locale));
        model.addAttribute("today", WorkingDays.today(clock));
        return pages.shown("catalog/package-edit", place, actor, locale, model);
    }

    /** The row as the place has it, or a fresh one, with what is typed. */
    private Map<String, String> row(
            Region place, String code, Map<String, String> typed, Actor actor) {
        Map<String, String> row = new LinkedHashMap<>();
        Table.PACKAGES.header().forEach(column -> row.put(column, ""));
        boolean known = false;
        if (!place.equals(Region.TEMPLATE)) {
            LocalMatter way = proposing.at(place, ConsolePackages.TABLE, code, actor);
            for (LocalField field : way.fields()) {
                row.put(field.name(), field.here());
                known |= !field.here().isEmpty();
            }
        }
        if (!known) {
            row.putAll(FRESH);
            row.put("place_zh", browsing.template().places().containsKey(place) ? name(place) : "");
        }
        row.put("package_code", code);
        for (String column : TYPED) {
            String text = typed.get(column);
            if (text != null) {
                row.put(column, column.endsWith("_codes") ? codes(text) : text.strip());
            }
        }
        String limit = row.getOrDefault("promised_days", "");
        row.put("promised_unit", limit.isEmpty() ? "" : unit(row));
        row.put("promised_source", limit.isEmpty() ? "" : source(row));
        return row;
    }

    private String name(Region place) {
        return browsing.template().places().values().stream()
                .filter(one -> one.region().equals(place))
                .map(one -> one.nameZh())
                .findFirst()
                .orElse(place.code());
    }

    private static String unit(Map<String, String> row) {
        String unit = row.getOrDefault("promised_unit", "");
        return unit.isEmpty() ? "WD" : unit;
    }

    private static String source(Map<String, String> row) {
        String source = row.getOrDefault("promised_source", "");
        return source.isEmpty() ? "DEFAULT" : source;
    }

    /** Codes on lines of their own, or parted by blanks, commas or semicolons. */
    private static String codes(String text) {
        return Arrays.stream(text.split("[\\s,;，；、]+"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.joining(";"));
    }

    private Map<String, Map<String, String>> options(Words words, Locale locale) {
        Map<String, String> families = new LinkedHashMap<>();
        for (Family family : Family.values()) {
            families.put(
                    family.name(), messages.getMessage("catalog.family." + family, null, locale));
        }
        Map<String, String> departments = new LinkedHashMap<>();
        browsing.template()
                .departments()
                .values()
                .forEach(one -> departments.put(one.code(), words.name(one)));
        Map<String, String> units = new LinkedHashMap<>();
        for (String unit : List.of("WD", "CD")) {
            units.put(unit, messages.getMessage("catalog.unit." + unit, null, locale));
        }
        return Map.of("family", families, "lead_dept_code", departments, "promised_unit", units);
    }

    @PostMapping("/proposals")
    @FormOn(
            page = HERE,
            form = "proposal",
            keep = {
                "code",
                "region",
                "name_zh",
                "name_en",
                "family",
                "kind",
                "trade_code",
                "lead_dept_code",
                "item_codes",
                "choices",
                "promised_days",
                "promised_unit",
                "handling_mode",
                "published_effect",
                "published_figures"
            })
    String propose(
            @RequestParam String code,
            @RequestParam Region region,
            @RequestParam Map<String, String> form,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        Map<String, String> row = row(region, code, form, actor);
        OneMatter matter = packages.preview(region, row);
        if (!matter.lapsed().isEmpty()) {
            throw Refusal.invalid(
                    "package-items-unknown", "/item_codes", String.join(", ", matter.lapsed()));
        }
        try {
            proposing.propose(
                    region,
                    ConsolePackages.TABLE,
                    code,
                    false,
                    row,
                    new Wish(from, until, reason),
                    actor);
        } catch (TablesRefused refused) {
            throw ConsoleRows.inWords(refused);
        }
        return ConsoleRows.done("catalog.proposed", ConsolePackages.TABLE, code, region, next);
    }
}
