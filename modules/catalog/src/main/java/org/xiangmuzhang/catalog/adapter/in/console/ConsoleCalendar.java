package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.domain.Arrangement;
import org.xiangmuzhang.catalog.domain.CalendarDay;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.KeepingCalendar;
import org.xiangmuzhang.catalog.port.in.KeepingCalendar.Proposed;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A year of the working calendar as twelve months, what is proposed for it, and its versions. */
@Controller
@RequestMapping(ConsoleCalendar.HERE)
class ConsoleCalendar {

    static final String HERE = "/console/catalog/calendar";
    private static final String YEAR = HERE + "/{year}";

    private final KeepingCalendar calendar;
    private final TablePages pages;
    private final Remarks remarks;
    private final Clock clock;

    ConsoleCalendar(KeepingCalendar calendar, TablePages pages, Remarks remarks, Clock clock) {
        this.calendar = calendar;
        this.pages = pages;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Bean
    static MenuEntry calendarMenu() {
        return new MenuEntry(HERE, "catalog.calendar", 58, Set.of());
    }

    /**
     * A day in its month.
     *
     * @param festival what the day is for, or null
     * @param look class of the day: work, off, extra or weekend
     */
    public record Cell(
            LocalDate date, String look, @Nullable CalendarDay festival, boolean today) {}

    /**
     * A month.
     *
     * @param before days of the week before the first
     * @param working how many days are worked
     */
    public record Month(int number, int before, List<Cell> days, long working) {}

    @GetMapping
    String thisYear(Actor actor, Model model) {
        int last = calendar.years().getLast();
        return year(Math.min(WorkingDays.today(clock).getYear(), last), actor, model);
    }

    @GetMapping("/{year}")
    String year(@PathVariable int year, Actor actor, Model model) {
        boolean editor = isEditor(actor);
        List<Integer> years = new ArrayList<>(calendar.years());
        int following = years.getLast() + 1;
        if (editor) {
            years.add(following);
        }
        KeepingCalendar.Year shown =
                editor && year == following ? withoutDays(year) : calendar.year(year);
        Map<LocalDate, CalendarDay> days =
                shown.days().stream()
                        .collect(Collectors.toMap(CalendarDay::date, Function.identity()));
        List<Month> months =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(YearMonth.of(year, month), days))
                        .toList();
        Proposed proposed = editor ? calendar.proposed(year, actor) : null;
        boolean own = proposed != null && proposed.version().proposedBy().equals(actor.person());
        List<KeepingCalendar.Version> versions = calendar.versions();
        model.addAttribute("year", shown);
        model.addAttribute("years", years);
        model.addAttribute("months", months);
        model.addAttribute("working", months.stream().mapToLong(Month::working).sum());
        model.addAttribute("versions", versions);
        model.addAttribute("zone", WorkingDays.ZONE);
        model.addAttribute("proposed", proposed);
        model.addAttribute("mayPropose", editor && proposed == null);
        model.addAttribute("mayDecide", proposed != null && !own);
        model.addAttribute("mayWithdraw", own);
        model.addAttribute("lines", lines(shown.days()));
        SettingVersion version = proposed == null ? null : proposed.version();
        model.addAttribute(
                "names",
                pages.names(
                        Stream.concat(
                                versions.stream().map(KeepingCalendar.Version::by),
                                Stream.ofNullable(version).map(SettingVersion::proposedBy)),
                        actor));
        model.addAttribute(
                "reasons", remarks.texts(version == null ? Set.of() : Set.of(version.reason())));
        return "catalog/calendar";
    }

    /** The year that nobody has proposed anything for yet, for the editor who is going to. */
    private KeepingCalendar.Year withoutDays(int year) {
        String version = calendar.year(year - 1).version();
        return new KeepingCalendar.Year(year, version, false, List.of());
    }

    private static boolean isEditor(Actor actor) {
        return actor.role() == Role.CATALOG_EDITOR && actor.region().equals(Region.TEMPLATE);
    }

    private Month month(YearMonth month, Map<LocalDate, CalendarDay> days) {
        LocalDate today = WorkingDays.today(clock);
        List<Cell> cells = new ArrayList<>();
        month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .forEach(
                        date -> {
                            CalendarDay day = days.get(date);
                            cells.add(new Cell(date, look(date, day), day, date.equals(today)));
                        });
        return new Month(
                month.getMonthValue(),
                month.atDay(1).getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue(),
                cells,
                cells.stream()
                        .filter(it -> it.look().equals("work") || it.look().equals("extra"))
                        .count());
    }

    private static String look(LocalDate date, @Nullable CalendarDay day) {
        if (day != null) {
            return day.working() ? "extra" : "off";
        }
        return date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? "weekend" : "work";
    }

    /** The days as they are typed: date, kind, name, English name. */
    private static String lines(List<CalendarDay> days) {
        return days.stream()
                .map(
                        day ->
                                String.join(
                                        ",",
                                        day.date().toString(),
                                        day.kind(),
                                        day.festivalZh(),
                                        day.festivalEn()))
                .collect(Collectors.joining("\n"));
    }

    @PostMapping("/{year}/proposals")
    @FormOn(page = YEAR, form = "proposal")
    String propose(
            @PathVariable int year,
            @RequestParam(defaultValue = "false") boolean official,
            @RequestParam String notice,
            @RequestParam(defaultValue = "") String address,
            @RequestParam String days,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        try {
            calendar.propose(
                    year,
                    new Arrangement(
                            official, notice, address.isBlank() ? null : address, typed(days)),
                    reason,
                    actor);
        } catch (TablesRefused refused) {
            throw inWords(refused);
        }
        return done("catalog.proposed", year, next);
    }

    private static List<Arrangement.Day> typed(String lines) {
        List<Arrangement.Day> days = new ArrayList<>();
        int number = 0;
        for (String line : lines.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.strip().split("[,，]", -1);
            if (parts.length != 4) {
                throw Refusal.invalid("calendar-line", "/days", number, line.strip());
            }
            try {
                days.add(
                        new Arrangement.Day(
                                LocalDate.parse(parts[0].strip()),
                                parts[1].strip(),
                                parts[2].strip(),
                                parts[3].strip()));
            } catch (DateTimeParseException malformed) {
                throw Refusal.invalid("calendar-line", "/days", number, line.strip());
            }
        }
        return days;
    }

    @PostMapping("/{year}/proposal/decision")
    @FormOn(page = YEAR, form = "decision")
    String decide(
            @PathVariable int year,
            @RequestParam int number,
            @RequestParam SettingVersion.State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        try {
            calendar.decide(year, number, outcome, reason, actor);
        } catch (TablesRefused refused) {
            throw inWords(refused);
        }
        return done("settings.decided." + outcome, year, next);
    }

    private static Refusal inWords(TablesRefused refused) {
        Fault fault = refused.faults().getFirst();
        return Refusal.invalid(
                "local-way-refused",
                "/days",
                new DefaultMessageSourceResolvable(
                        new String[] {"fault." + fault.rule()}, fault.arguments().toArray()),
                refused.faults().size());
    }

    private static String done(String notice, int year, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:" + HERE + "/" + year;
    }
}
