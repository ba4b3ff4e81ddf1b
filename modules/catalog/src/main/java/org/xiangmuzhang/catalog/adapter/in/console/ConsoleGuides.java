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
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.Question;
import org.xiangmuzhang.catalog.domain.guidance.Walk;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.EditingGuides;
import org.xiangmuzhang.catalog.port.in.EditingGuides.GuideWork;
import org.xiangmuzhang.catalog.port.in.Guiding;
import org.xiangmuzhang.catalog.port.in.SayingGaps;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where editors look at guides: questions, what their answers give, gaps, a try, and versions. */
@Controller
@RequestMapping(ConsoleGuides.LIST)
class ConsoleGuides {

    static final String LIST = "/console/catalog/guides";
    private static final int SHOWN = 50;
    private static final int GAPS = 20;

    private final EditingGuides editing;
    private final Guiding guiding;
    private final Browsing browsing;
    private final TablePages pages;
    private final SayingGaps gaps;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleGuides(
            EditingGuides editing,
            Guiding guiding,
            Browsing browsing,
            TablePages pages,
            SayingGaps gaps,
            MessageSource messages,
            Clock clock) {
        this.editing = editing;
        this.guiding = guiding;
        this.browsing = browsing;
        this.pages = pages;
        this.gaps = gaps;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    static MenuEntry guidesMenu() {
        return new MenuEntry(LIST, "guide.menu", 82, TablePages.READERS);
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String code,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        if (!code.isEmpty()) {
            Guide.mustBeCode(code);
            return "redirect:%s/%s?region=%s".formatted(LIST, code, place.code());
        }
        model.addAttribute("own", editing.all(place, actor));
        model.addAttribute("held", guiding.guides(place, null, 200));
        model.addAttribute("mayEdit", mayEdit(actor, place));
        model.addAttribute("said", new GuideWords(locale));
        return pages.shown("catalog/guide-list", place, actor, locale, model);
    }

    private boolean mayEdit(Actor actor, Region place) {
        return actor.role() == Role.CATALOG_EDITOR
                && browsing.template().chain(place).contains(actor.region());
    }

    @GetMapping("/{code}")
    String guide(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam @Nullable String a,
            @RequestParam @Nullable String send,
            @RequestParam @Nullable List<String> answer,
            Actor actor,
            Locale locale,
            Model model) {
        Region place = pages.place(region, actor);
        GuideWork work = begun(place, code, actor);
        Guide draft = work.draft();
        boolean editor = mayEdit(actor, place);
        SettingVersion proposal = work.proposal();
        boolean own = proposal != null && proposal.proposedBy().equals(actor.person());
        model.addAttribute("work", work);
        model.addAttribute("code", code);
        model.addAttribute("draft", draft);
        model.addAttribute("mayEdit", editor);
        model.addAttribute("mayPropose", editor && work.version() > 0 && proposal == null);
        model.addAttribute("mayDecide", editor && proposal != null && !own);
        model.addAttribute("mayWithdraw", editor && own);
        model.addAttribute(
                "gaps",
                work.gaps().stream().limit(GAPS).map(gap -> gaps.sentence(gap, locale)).toList());
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("kinds", kinds(locale));
        model.addAttribute("said", new GuideWords(locale));
        if (draft != null) {
            Question asked = draft.question(question);
            int start = Math.clamp(from, 0, Math.max(0, draft.questions().size() - 1));
            int end = Math.min(draft.questions().size(), start + SHOWN);
            model.addAttribute("questions", draft.questions().subList(start, end));
            model.addAttribute("from", start);
            model.addAttribute("next", end < draft.questions().size() ? end : null);
            model.addAttribute("question", asked);
            model.addAttribute("adding", question.equals("new"));
            model.addAttribute("rows", GuideForm.rows(asked));
            model.addAttribute(
                    "drawing",
                    draft.questions().isEmpty()
                            ? null
                            : GuideDrawing.of(draft, asked == null ? null : question, work.gaps()));
            attempt(
                    draft,
                    a,
                    send == null ? null : Objects.requireNonNullElse(answer, List.of()),
                    model);
        }
        pages.told(work.history(), actor, model);
        return pages.shown("catalog/guide-editor", place, actor, locale, model);
    }

    /** An editor may begin a guide of a code that nobody has. */
    private GuideWork begun(Region place, String code, Actor actor) {
        Optional<GuideWork> work = editing.find(place, code, actor);
        if (work.isEmpty() && mayEdit(actor, place)) {
            Guide.mustBeCode(code);
            return new GuideWork(place, code, null, 0, List.of(), null, null, null, List.of());
        }
        return work.orElseThrow(() -> Refusal.notFound("guide-unknown", code));
    }

    /** Goes through the draft as people would, as far as it leads. */
    private static void attempt(
            Guide draft, @Nullable String address, @Nullable List<String> typed, Model model) {
        Walk walk;
        try {
            walk = Walk.along(draft, address);
        } catch (Refusal changed) {
            walk = Walk.along(draft, null);
        }
        if (typed != null && walk.open() != null) {
            try {
                walk.answer(typed);
            } catch (Refusal refusal) {
                model.addAttribute("attemptWrong", refusal.rule());
            }
        }
        model.addAttribute("walk", walk);
        model.addAttribute("walkItems", walk.items());
    }

    private Map<String, String> kinds(Locale locale) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Question.Kind kind : Question.Kind.values()) {
            kinds.put(kind.name(), messages.getMessage("guide.kind." + kind, null, locale));
        }
        return kinds;
    }
}
