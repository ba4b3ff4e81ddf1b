package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.steward.port.in.BoardLine;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The board of projects, and the form that registers one. */
@Controller
class ConsoleBoard {

    private static final int PAGE = 50;

    private final Watching watching;
    private final Registering registering;
    private final Enterprises enterprises;
    private final Catalog catalog;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleBoard(
            Watching watching,
            Registering registering,
            Enterprises enterprises,
            Catalog catalog,
            MessageSource messages,
            Clock clock) {
        this.watching = watching;
        this.registering = registering;
        this.enterprises = enterprises;
        this.catalog = catalog;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/console/projects")
    String board(
            @RequestParam(required = false) @Nullable String mine,
            @RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        Cursor from = Cursor.parse(after, 2);
        var filter =
                new Watching.BoardFilter(
                        null,
                        mine == null ? null : actor.holder(),
                        light == null || light.isEmpty() ? null : light,
                        from == null ? null : (int) from.number(0),
                        from == null ? null : from.id(1),
                        PAGE);
        Watching.BoardPage page = watching.board(actor, filter);
        var words = new ItemWords(catalog, actor.region(), messages, locale);
        List<BoardLine> lines = page.lines();
        model.addAttribute("lines", lines);
        model.addAttribute("words", wordsOf(lines, words));
        model.addAttribute("mine", mine != null);
        model.addAttribute("light", light);
        model.addAttribute("place", catalog.regionName(actor.region()));
        model.addAttribute("totals", watching.totals(actor, filter));
        model.addAttribute(
                "mayRegister", actor.role() == Role.STEWARD || actor.role() == Role.APPLICANT);
        model.addAttribute("mayWatch", actor.role() != Role.APPLICANT);
        model.addAttribute("next", next(page, mine, light));
        model.addAttribute("first", from == null ? null : "?");
        return "steward/board";
    }

    private static Map<String, String> wordsOf(List<BoardLine> lines, ItemWords words) {
        Map<String, String> names = new LinkedHashMap<>();
        for (BoardLine line : lines) {
            if (line.nextItem() != null) {
                names.put(line.nextItem(), words.item(line.nextItem()));
            }
        }
        return names;
    }

    private static @Nullable String next(
            Watching.BoardPage page, @Nullable String mine, @Nullable String light) {
        if (page.lastUrgency() == null || page.lastProject() == null) {
            return null;
        }
        return "?after="
                + Cursor.of(page.lastUrgency(), page.lastProject()).text()
                + (mine == null ? "" : "&mine")
                + (light == null ? "" : "&light=" + light);
    }

    @GetMapping("/console/projects/new")
    String form(Actor actor, Locale locale, Model model) {
        var words = new ItemWords(catalog, actor.region(), messages, locale);
        Map<String, String> types = new LinkedHashMap<>();
        catalog.projectTypes(actor.region())
                .forEach(type -> types.put(type.code(), words.type(type)));
        model.addAttribute("types", types);
        model.addAttribute("applicant", actor.role() == Role.APPLICANT);
        return "steward/register";
    }

    @PostMapping("/console/projects")
    @FormOn(page = "/console/projects/new", form = "registration")
    String register(@RequestParam Map<String, String> typed, Actor actor) {
        UUID id = Ids.next(clock);
        registering.register(
                actor,
                new Registering.Registration(
                        id,
                        actor.region(),
                        text(typed, "code"),
                        typed.getOrDefault("name", ""),
                        typed.getOrDefault("projectType", ""),
                        enterprise(text(typed, "socialCreditCode")),
                        text(typed, "industry"),
                        amount(text(typed, "investment"))));
        return "redirect:/console/projects/" + id;
    }

    private @Nullable UUID enterprise(@Nullable String code) {
        return code == null
                ? null
                : enterprises
                        .byCode(SocialCreditCode.of(code))
                        .map(Enterprise::id)
                        .orElseThrow(
                                () -> Refusal.invalid("enterprise-unknown", "/socialCreditCode"));
    }

    private static @Nullable BigDecimal amount(@Nullable String typed) {
        try {
            return typed == null ? null : Bounds.number(new BigDecimal(typed));
        } catch (NumberFormatException noNumber) {
            throw Refusal.invalid("investment-no-number", "/investment");
        }
    }

    private static @Nullable String text(Map<String, String> typed, String name) {
        String text = typed.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
