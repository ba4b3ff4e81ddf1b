package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.GuideRefused;
import org.xiangmuzhang.catalog.domain.guidance.Question;
import org.xiangmuzhang.catalog.port.in.EditingGuides;
import org.xiangmuzhang.catalog.port.in.EditingGuides.GuideWork;
import org.xiangmuzhang.catalog.port.in.SayingGaps;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What editors do with a guide: its names, its questions, and the publication. */
@Controller
@RequestMapping(ConsoleGuideChanges.PAGE)
class ConsoleGuideChanges {

    static final String PAGE = ConsoleGuides.LIST + "/{code}";

    private final EditingGuides editing;
    private final SayingGaps gaps;

    ConsoleGuideChanges(EditingGuides editing, SayingGaps gaps) {
        this.editing = editing;
        this.gaps = gaps;
    }

    /** What an editor does with a question. */
    enum Move {
        UP,
        DOWN,
        REMOVE,
        /** Throws the whole draft away. */
        DISCARD
    }

    /** Begins a guide, or changes its names and what it covers. */
    @PostMapping("/head")
    @FormOn(
            page = PAGE,
            form = "head",
            keep = {"region"})
    String head(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam long version,
            @RequestParam Map<String, String> form,
            Actor actor,
            RedirectAttributes next) {
        List<Question> questions =
                editing.find(region, code, actor)
                        .map(GuideWork::draft)
                        .map(Guide::questions)
                        .orElse(List.of());
        editing.save(region, code, GuideForm.head(form, questions), version, actor);
        return done("guide.saved", code, region, "", next);
    }

    /** Adds a question, or changes one; what leads to it follows when its code changes. */
    @PostMapping("/questions")
    @FormOn(
            page = PAGE,
            form = "question",
            keep = {"region", "question"})
    String question(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam long version,
            @RequestParam String question,
            @RequestParam Map<String, String> form,
            Actor actor,
            RedirectAttributes next) {
        Guide draft = mustHave(editing.work(region, code, actor));
        Question changed = GuideForm.question(form);
        editing.save(region, code, draft.put(question, changed), version, actor);
        return done("guide.saved", code, region, changed.code(), next);
    }

    /** Moves a question, takes it out, or throws the draft away. */
    @PostMapping("/moves")
    @FormOn(
            page = PAGE,
            form = "moves",
            keep = {"region"})
    String move(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String question,
            @RequestParam Move move,
            Actor actor,
            RedirectAttributes next) {
        if (move == Move.DISCARD) {
            editing.discard(region, code, version, actor);
            next.addAttribute("region", region.code());
            next.addFlashAttribute("notice", "guide.discarded");
            return "redirect:" + ConsoleGuides.LIST;
        }
        Guide draft = mustHave(editing.work(region, code, actor));
        Guide changed =
                move == Move.REMOVE
                        ? draft.without(question)
                        : draft.moved(question, move == Move.UP ? -1 : 1);
        editing.save(region, code, changed, version, actor);
        return done("guide.saved", code, region, move == Move.REMOVE ? "" : question, next);
    }

    private static Guide mustHave(GuideWork work) {
        Guide draft = work.draft();
        if (draft == null) {
            throw Refusal.conflict("guide-without-draft", work.code());
        }
        return draft;
    }

    @PostMapping("/proposals")
    @FormOn(
            page = PAGE,
            form = "proposal",
            keep = {"region"})
    String propose(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam long version,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes next) {
        try {
            editing.propose(region, code, version, from, until, reason, actor);
        } catch (GuideRefused refused) {
            throw inWords(refused, locale);
        }
        return done("guide.proposed", code, region, "", next);
    }

    @PostMapping("/proposal/decision")
    @FormOn(
            page = PAGE,
            form = "decision",
            keep = {"region"})
    String decide(
            @PathVariable String code,
            @RequestParam Region region,
            @RequestParam int number,
            @RequestParam SettingVersion.State outcome,
            @RequestParam String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes next) {
        try {
            editing.decide(region, code, number, outcome, reason, actor);
        } catch (GuideRefused refused) {
            throw inWords(refused, locale);
        }
        return done("settings.decided." + outcome, code, region, "", next);
    }

    private Refusal inWords(GuideRefused refused, Locale locale) {
        return Refusal.invalid(
                "guide-gaps",
                List.of(),
                refused.gaps().size(),
                gaps.sentence(refused.gaps().getFirst(), locale));
    }

    private static String done(
            String notice, String code, Region region, String question, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("code", code);
        next.addAttribute("region", region.code());
        if (question.isEmpty()) {
            return "redirect:" + PAGE + "?region={region}";
        }
        next.addAttribute("question", question);
        return "redirect:" + PAGE + "?region={region}&question={question}";
    }
}
