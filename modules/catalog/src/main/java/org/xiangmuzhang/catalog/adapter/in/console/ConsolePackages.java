package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.bundle.OneMatter;
import org.xiangmuzhang.catalog.domain.bundle.Part;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages.PackageLine;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.LocalField;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.LocalMatter;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Packages 一件事 to look through: what each joins and what it saves. */
@Controller
@RequestMapping(ConsolePackages.HERE)
class ConsolePackages {

    static final String HERE = "/console/catalog/packages";
    static final String TABLE = "packages";
    private static final int SHOWN = 50;
    private static final long MOST = 1_000_000;

    private final LookingAtPackages packages;
    private final ProposingLocalWays proposing;
    private final Browsing browsing;
    private final TablePages pages;
    private final MessageSource messages;

    ConsolePackages(
            LookingAtPackages packages,
            ProposingLocalWays proposing,
            Browsing browsing,
            TablePages pages,
            MessageSource messages) {
        this.packages = packages;
        this.proposing = proposing;
        this.browsing = browsing;
        this.pages = pages;
        this.messages = messages;
    }

    @Bean
    static MenuEntry packagesMenu() {
        return new MenuEntry(HERE, "catalog.packages", 56, Set.of());
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        Cursor cursor = Cursor.parse(after, 1);
        int first = cursor == null ? 0 : (int) Math.clamp(cursor.number(0), 0, MOST);
        String part = name.strip().toLowerCase(Locale.ROOT);
        List<PackageLine> all = packages.packages(place);
        List<PackageLine> found =
                all.stream()
                        .filter(line -> family.isEmpty() || family.equals(name(line.family())))
                        .filter(
                                line ->
                                        (line.code() + ' ' + line.nameZh() + ' ' + line.nameEn())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(part))
                        .toList();
        model.addAttribute("count", found.size());
        model.addAttribute("matters", shown(found, first, place));
        model.addAttribute("families", families(all));
        model.addAttribute("family", family);
        model.addAttribute("name", name);
        model.addAttribute("asked", region);
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > first + SHOWN ? Cursor.of(first + SHOWN).text() : null);
        return shown("catalog/packages", place, actor, locale, model);
    }

    private List<OneMatter> shown(List<PackageLine> found, int first, Region place) {
        return found.stream()
                .skip(first)
                .limit(SHOWN)
                .map(line -> packages.matter(place, line.code()))
                .toList();
    }

    private static String name(@Nullable Family family) {
        return family == null ? "" : family.name();
    }

    /** Families that there are, with how many packages each has. */
    private static Map<Family, Long> families(List<PackageLine> all) {
        return all.stream()
                .map(PackageLine::family)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
    }

    @GetMapping("/{code}")
    String one(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean proposed,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        LocalMatter way =
                place.equals(Region.TEMPLATE) ? null : proposing.at(place, TABLE, code, actor);
        boolean waits = way != null && way.proposal() != null && !way.absentThen();
        OneMatter matter =
                proposed && waits
                        ? packages.preview(place, then(Objects.requireNonNull(way)))
                        : packages.matter(place, code);
        model.addAttribute("asked", region);
        model.addAttribute("proposed", proposed && waits);
        model.addAttribute("waits", waits);
        model.addAttribute("trade", trade(matter));
        steps(matter, model);
        return shown("catalog/one-package", place, actor, locale, model);
    }

    static Map<String, String> then(LocalMatter way) {
        Map<String, String> row = new LinkedHashMap<>();
        for (LocalField field : way.fields()) {
            String then = field.then();
            row.put(field.name(), then == null ? field.here() : then);
        }
        return row;
    }

    /** Name of the trade, which the table of industries has in Chinese. */
    private @Nullable String trade(OneMatter matter) {
        String trade = matter.trade();
        return trade == null ? null : browsing.template().industry(trade);
    }

    static void steps(OneMatter matter, Model model) {
        model.addAttribute("matter", matter);
        model.addAttribute(
                "steps",
                matter.parts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Part::step, TreeMap::new, Collectors.toList())));
    }

    private String shown(String view, Region place, Actor actor, Locale locale, Model model) {
        Words words = pages.words(locale);
        model.addAttribute("said", new PackageWords(words, messages, locale));
        model.addAttribute("allFamilies", Arrays.asList(Family.values()));
        return pages.shown(view, place, actor, locale, model);
    }
}
