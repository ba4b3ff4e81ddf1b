package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.Convening;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Ticketing;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** 联合办理 on the screen: the list, the call, and one session with its record. */
@Controller
@RequestMapping("/console/projects/sessions")
class ConsoleJointSessions {

    private static final Set<Role> READERS =
            EnumSet.of(
                    Role.STEWARD,
                    Role.APPLICANT,
                    Role.CLERK,
                    Role.APPROVER,
                    Role.HEAD,
                    Role.SUPERVISOR,
                    Role.LEADER,
                    Role.AUDITOR);

    private final Convening convening;
    private final Ticketing ticketing;
    private final Watching watching;
    private final Catalog catalog;
    private final Proofs proofs;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleJointSessions(
            Convening convening,
            Ticketing ticketing,
            Watching watching,
            Catalog catalog,
            Proofs proofs,
            MessageSource messages,
            Clock clock) {
        this.convening = convening;
        this.ticketing = ticketing;
        this.watching = watching;
        this.catalog = catalog;
        this.proofs = proofs;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    static MenuEntry jointSessionsMenu() {
        return new MenuEntry("/console/projects/sessions", "steward.menu.sessions", 14, READERS);
    }

    @GetMapping
    String sessions(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute(
                "page",
                Page.of(
                        convening.list(
                                actor,
                                new Convening.Filter(
                                        !show.equals("all"),
                                        project,
                                        Cursor.idOf(after),
                                        Page.USUAL + 1),
                                locale),
                        Page.USUAL,
                        sheet -> Cursor.of(sheet.id())));
        model.addAttribute("after", after);
        model.addAttribute("show", show);
        model.addAttribute("project", project);
        model.addAttribute("mayCall", project != null && actor.role() == Role.STEWARD);
        return "steward/sessions";
    }

    @GetMapping("/new")
    String call(
            @RequestParam UUID project,
            @RequestParam(required = false) @Nullable UUID previous,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet of = watching.project(actor, project, null);
        model.addAttribute("of", of);
        model.addAttribute(
                "previous", previous == null ? null : convening.session(actor, previous, locale));
        model.addAttribute("units", ticketing.units(of.region(), locale));
        boolean english = locale.getLanguage().equals("en");
        Map<String, String> items = new LinkedHashMap<>();
        catalog.projectType(of.region(), of.projectType())
                .ifPresent(
                        type ->
                                type.items().stream()
                                        .map(ProjectType.Need::item)
                                        .forEach(
                                                item ->
                                                        items.put(
                                                                item.code(),
                                                                english
                                                                        ? item.nameEn()
                                                                        : item.nameZh())));
        model.addAttribute("items", items);
        model.addAttribute("kinds", words("word.sessionKind.", Convening.Kind.values(), locale));
        model.addAttribute("parts", words("word.part.", Convening.Extent.values(), locale));
        model.addAttribute("uses", words("steward.session.use.", Convening.Use.values(), locale));
        return "steward/session-new";
    }

    private <E extends Enum<E>> Map<String, String> words(String key, E[] codes, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        for (E code : codes) {
            words.put(code.name(), messages.getMessage(key + code, null, locale));
        }
        return words;
    }

    @PostMapping
    @FormOn(
            page = "/console/projects/sessions/new",
            form = "session",
            keep = "project,previous",
            fields = "file=paper")
    String call(
            @RequestParam UUID project,
            @RequestParam(defaultValue = "REVIEW") Convening.Kind kind,
            @RequestParam(defaultValue = "false") boolean mock,
            @RequestParam(defaultValue = "WHOLE") Convening.Extent part,
            @RequestParam(required = false) @Nullable String building,
            @RequestParam(required = false) Convening.@Nullable Use use,
            @RequestParam(required = false) @Nullable UUID previous,
            @RequestParam(required = false) @Nullable List<String> departments,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String hall,
            @RequestParam(required = false) @Nullable MultipartFile paper,
            @RequestParam(name = "kept-paper", required = false) @Nullable UUID kept,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable List<@Nullable LocalDateTime> times,
            @RequestParam(required = false) @Nullable LocalDate answerBy,
            Actor actor,
            RedirectAttributes next) {
        UUID id = Ids.next(clock);
        UUID file =
                proofs.given(
                        watching.project(actor, project, null).region(),
                        actor,
                        "paper",
                        paper,
                        kept);
        convening.call(
                actor,
                new Convening.Request(
                        id,
                        project,
                        kind,
                        mock,
                        part,
                        blank(building),
                        use,
                        previous,
                        departments == null ? List.of() : departments,
                        items == null ? List.of() : items,
                        blank(place),
                        blank(hall),
                        file,
                        minutes,
                        given(times),
                        answerBy));
        return done(id, "steward.notice.session-called", next);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Without the fields that were left empty. */
    private static List<LocalDateTime> given(@Nullable List<@Nullable LocalDateTime> times) {
        return times == null ? List.of() : times.stream().filter(Objects::nonNull).toList();
    }

    @GetMapping("/{session}")
    String session(@PathVariable UUID session, Actor actor, Locale locale, Model model) {
        Convening.Sheet sheet = convening.session(actor, session, locale);
        model.addAttribute("sheet", sheet);
        var words = new ItemWords(catalog, sheet.region(), messages, locale);
        model.addAttribute("words", words);
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Convening.Opinion verdict : Convening.Opinion.values()) {
            verdicts.put(
                    verdict.name(), messages.getMessage("word.verdict." + verdict, null, locale));
        }
        model.addAttribute("verdicts", verdicts);
        Map<String, String> silent = new LinkedHashMap<>();
        sheet.units().stream()
                .filter(unit -> unit.verdict() == null)
                .forEach(unit -> silent.put(unit.department(), unit.name()));
        model.addAttribute("silent", silent);
        Map<String, String> own = new LinkedHashMap<>();
        sheet.points().stream()
                .filter(point -> point.open().contains(Convening.Move.CLOSE))
                .forEach(
                        point ->
                                own.put(
                                        point.id().toString(),
                                        point.text() == null
                                                ? point.due().toString()
                                                : point.text()));
        model.addAttribute("staying", own);
        Map<String, String> names = new LinkedHashMap<>();
        sheet.units().forEach(unit -> names.put(unit.department(), unit.name()));
        model.addAttribute("names", names);
        model.addAttribute(
                "goesOn",
                sheet.state().equals("CONCLUDED")
                        && actor.role() == Role.STEWARD
                        && sheet.points().stream()
                                .anyMatch(point -> !point.state().equals("CLOSED")));
        return "steward/session";
    }

    @PostMapping("/{session}/acts")
    @FormOn(page = "/console/projects/sessions/{session}", form = "act")
    String act(
            @PathVariable UUID session,
            @RequestParam Convening.Step step,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable List<@Nullable LocalDateTime> suits,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable List<@Nullable LocalDateTime> proposals,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable LocalDateTime at,
            @RequestParam(required = false) Convening.@Nullable Opinion verdict,
            @RequestParam(required = false) @Nullable String points,
            @RequestParam(required = false) @Nullable LocalDate due,
            @RequestParam(required = false) @Nullable List<UUID> staying,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        convening.act(
                actor,
                session,
                ConsoleDecisions.seen(version),
                new Convening.Act(
                        step,
                        given(suits),
                        given(proposals),
                        at,
                        verdict,
                        lines(points).map(line -> new Convening.Defect(line, due)).toList(),
                        staying == null ? List.of() : staying,
                        department,
                        text));
        return done(session, "steward.notice.session-" + step, next);
    }

    /** One point a line. */
    private static Stream<String> lines(@Nullable String text) {
        return text == null
                ? Stream.empty()
                : Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty());
    }

    @PostMapping("/{session}/points/{point}/moves")
    @FormOn(page = "/console/projects/sessions/{session}", form = "move", fields = "file=proof")
    String move(
            @PathVariable UUID session,
            @PathVariable UUID point,
            @RequestParam Convening.Move move,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            @RequestParam(name = "kept-proof", required = false) @Nullable UUID kept,
            @RequestParam(required = false) @Nullable LocalDate due,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam long version,
            Actor actor,
            Locale locale,
            RedirectAttributes next) {
        Convening.Sheet sheet = convening.session(actor, session, locale);
        UUID file = proofs.given(sheet.region(), actor, "proof", proof, kept);
        convening.move(
                actor,
                session,
                point,
                ConsoleDecisions.seen(version),
                new Convening.PointMove(move, file, due, text));
        return done(session, "steward.notice.session-point-" + move, next);
    }

    private static String done(UUID session, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("session", session);
        return "redirect:/console/projects/sessions/{session}";
    }

    @GetMapping("/{session}/files/{file}")
    ResponseEntity<?> file(@PathVariable UUID session, @PathVariable UUID file, Actor actor) {
        return Downloads.of(convening.paper(actor, session, file));
    }
}
