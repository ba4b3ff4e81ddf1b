package org.xiangmuzhang.catalog.adapter.in.console;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.xiangmuzhang.catalog.adapter.in.console.BrowsePage.Wish;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Powers;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Guiding;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.rest.OpenToAll;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** 办事指南: the catalog and each of its items for whoever asks, without signing in. */
@Controller
class PublicItems {

    private static final String HERE = "/items";
    private static final String EVERY_HALL = "*";
    private static final int WEEK = 7;

    private final Browsing browsing;
    private final Catalog catalog;
    private final Guiding guiding;
    private final ServiceCalendars hours;
    private final BrowsePage browse;
    private final TablePages pages;
    private final PublicPages open;
    private final Clock clock;

    PublicItems(
            Browsing browsing,
            Catalog catalog,
            Guiding guiding,
            ServiceCalendars hours,
            BrowsePage browse,
            TablePages pages,
            PublicPages open,
            Clock clock) {
        this.browsing = browsing;
        this.catalog = catalog;
        this.guiding = guiding;
        this.hours = hours;
        this.browse = browse;
        this.pages = pages;
        this.open = open;
        this.clock = clock;
    }

    @Bean
    static OpenToAll openItems() {
        return new OpenToAll(HERE);
    }

    @Bean
    static OpenToAll openItem() {
        return new OpenToAll(HERE + "/{code}");
    }

    @GetMapping(HERE)
    String items(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String lifeCycle,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam @Nullable String after,
            Locale locale,
            Model model) {
        Wish wish = new Wish(region, q, stage, department, lifeCycle, theme, after);
        browse.show(HERE, wish, PublicPages.place(region), locale, model);
        model.addAttribute("places", open.places());
        return "catalog/public-items";
    }

    @GetMapping(HERE + "/{code}")
    String item(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String region,
            Locale locale,
            Model model) {
        Region place = PublicPages.place(region);
        Item item = browsing.item(place, code, null);
        PlaceView view = browsing.at(place);
        LocalDate today = WorkingDays.today(clock);
        Words words = pages.words(locale);
        model.addAttribute("item", item);
        model.addAttribute("facts", view.template().facts(code));
        model.addAttribute("around", browsing.around(place, code));
        model.addAttribute("decides", catalog.departmentName(place, item.department(), locale));
        model.addAttribute("preconditions", browsing.preconditions(place, code));
        model.addAttribute(
                "packages",
                view.template().bundles().values().stream()
                        .filter(bundle -> bundle.items().contains(code))
                        .toList());
        model.addAttribute("guides", guiding.giving(place, code));
        model.addAttribute("services", services(view, code, today));
        model.addAttribute(
                "hours",
                Stream.iterate(today, day -> day.plusDays(1))
                        .limit(WEEK)
                        .map(day -> new Guiding.DayHours(day, hours.of(place, EVERY_HALL, day)))
                        .toList());
        model.addAttribute("qr", QrCode.of(absolute(place, code, locale)));
        model.addAttribute("today", today);
        model.addAttribute("words", words);
        model.addAttribute("said", new GuideWords(locale));
        model.addAttribute("region", place);
        model.addAttribute("asked", region);
        model.addAttribute("place", words.region(place));
        return "catalog/public-item";
    }

    /** Ways in which the item is served beside the window, as far as they hold on a day. */
    private static List<Row> services(PlaceView view, String code, LocalDate day) {
        return view.template().library().rows(Table.ITEM_SERVICES).stream()
                .filter(row -> row.get("item_code").equals(code))
                .filter(row -> Powers.holds(row, day))
                .toList();
    }

    private String absolute(Region place, String code, Locale locale) {
        UriComponentsBuilder base = open.base();
        base.path(HERE + "/{code}").queryParam("region", place.code());
        if (locale.getLanguage().equals("en")) {
            base.queryParam("lang", "en");
        }
        return base.encode().buildAndExpand(code).toUriString();
    }

    @ExceptionHandler
    String refused(Refusal refusal, HttpServletResponse response, Locale locale, Model model) {
        return open.refused(refusal, response, locale, model);
    }
}
