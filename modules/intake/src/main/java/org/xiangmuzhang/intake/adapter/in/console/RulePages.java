package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.intake.adapter.in.Versions;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.Reviewing;
import org.xiangmuzhang.intake.port.in.Reviewing.ReviewLine;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How right the rules of a department were, and the sample of their decisions. */
@Controller
class RulePages {

    private static final String DECISIONS = "/console/intake/rule-decisions";

    private final Checking checking;
    private final Reviewing reviewing;
    private final Words words;

    RulePages(Checking checking, Reviewing reviewing, Words words) {
        this.checking = checking;
        this.reviewing = reviewing;
        this.words = words;
    }

    @GetMapping("/console/intake/rule-accuracy")
    String accuracy(
            @RequestParam(required = false) @Nullable String department, Actor actor, Model model) {
        model.addAttribute("rules", checking.accuracy(department, actor));
        model.addAttribute("place", actor.region());
        return "intake/rule-accuracy";
    }

    @GetMapping(DECISIONS)
    String sample(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "false") boolean reviewed,
            @RequestParam(required = false) @Nullable Boolean right,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Cursor from = Cursor.parse(after, 1);
        List<ReviewLine> found =
                reviewing.sample(
                        department,
                        reviewed,
                        right,
                        from == null ? null : from.id(0),
                        Page.USUAL + 1,
                        actor);
        model.addAttribute("page", Page.of(found, Page.USUAL, line -> Cursor.of(line.task())));
        String which = right == null ? "" : "&right=" + right;
        model.addAttribute("tab", "reviewed=" + reviewed + which);
        model.addAttribute("after", after);
        model.addAttribute("here", DECISIONS + "?reviewed=" + reviewed + which);
        return "intake/rule-decisions";
    }

    @GetMapping(DECISIONS + "/{id}")
    String sampled(@PathVariable UUID id, Actor actor, Model model) {
        ReviewLine line = reviewing.sampled(id, actor);
        model.addAttribute("line", line);
        model.addAttribute("name", words.either(line.itemName(), line.itemNameEn()));
        model.addAttribute("place", new Region(line.region()));
        model.addAttribute(
                "mayReview",
                line.right() == null
                        && (actor.role() == Role.APPROVER || actor.role() == Role.HEAD));
        Objections.show(
                checking.of(line.application(), actor).orElse(null), List.of(), words, model);
        model.addAttribute("choices", choices());
        return "intake/rule-decision";
    }

    private Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("true", words.say("intake.review.RIGHT"));
        choices.put("false", words.say("intake.review.WRONG"));
        return choices;
    }

    @PostMapping(DECISIONS + "/{id}/review")
    @FormOn(page = DECISIONS + "/{id}", form = "review", fields = "remark=reason")
    String review(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String right,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes to) {
        if (!List.of("true", "false").contains(right)) {
            throw Refusal.invalid("form-field-missing", "/right");
        }
        reviewing.review(id, right.equals("true"), reason, Versions.seen(version), actor);
        to.addFlashAttribute("notice", "intake.done.reviewed");
        return "redirect:" + DECISIONS + "/{id}";
    }
}
