package org.xiangmuzhang.intake.adapter.in.console;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.intake.adapter.in.Versions;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.Checking.AskedField;
import org.xiangmuzhang.intake.port.in.Drafting;
import org.xiangmuzhang.intake.port.in.Drafting.Begin;
import org.xiangmuzhang.intake.port.in.Drafting.DraftLine;
import org.xiangmuzhang.intake.port.in.Drafting.DraftSheet;
import org.xiangmuzhang.intake.port.in.Drafting.FieldLine;
import org.xiangmuzhang.intake.port.in.Drafting.PaperLine;
import org.xiangmuzhang.intake.port.in.Drafting.Save;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The one form on a page: saved, checked by one button, and submitted. */
@Controller
@RequestMapping("/console/intake/drafts")
class DraftPages {

    private static final String ANSWER = "answer-";

    private final Drafting drafting;
    private final Checking checking;
    private final Preparing preparing;
    private final Uploads uploads;
    private final Words words;
    private final Clock clock;

    DraftPages(
            Drafting drafting,
            Checking checking,
            Preparing preparing,
            Uploads uploads,
            Words words,
            Clock clock) {
        this.drafting = drafting;
        this.checking = checking;
        this.preparing = preparing;
        this.uploads = uploads;
        this.words = words;
        this.clock = clock;
    }

    /** What a browser may say at once of what is typed, and the reasons of the rules in words. */
    record Hints(AskedField asked, String reasons) {}

    @GetMapping
    String drafts(
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        actor.mustBe(Role.APPLICANT, Role.STEWARD);
        Cursor from = Cursor.parse(after, 1);
        UUID later = from == null ? null : from.id(0);
        List<DraftLine> found =
                actor.role() == Role.APPLICANT
                        ? drafting.drafts(null, project, later, Page.USUAL + 1, actor)
                        : drafting.entrusted(Page.USUAL, actor);
        model.addAttribute("page", Page.of(found, Page.USUAL, line -> Cursor.of(line.id())));
        model.addAttribute("after", after);
        model.addAttribute("here", "/console/intake/drafts");
        return "intake/drafts";
    }

    @PostMapping
    @FormOn(
            page = "/console/intake/applications/new",
            form = "application",
            keep = {"project", "item"})
    String begin(
            @RequestParam UUID key,
            @RequestParam String project,
            @RequestParam List<String> item,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes to) {
        actor.mustBe(Role.APPLICANT, Role.STEWARD);
        Choice chosen = Asked.project(project, preparing, actor);
        UUID enterprise = chosen == null ? actor.enterprise() : chosen.enterprise();
        if (enterprise == null) {
            throw Refusal.forbidden("not-your-enterprise");
        }
        to.addAttribute("id", key);
        try {
            drafting.begin(
                    new Begin(
                            key,
                            chosen == null ? actor.region() : chosen.region(),
                            enterprise,
                            chosen == null ? null : chosen.project(),
                            Asked.items(item, request)),
                    actor);
        } catch (Refusal refusal) {
            if (!refusal.rule().equals("draft-exists")) {
                throw refusal;
            }
        }
        return "redirect:/console/intake/drafts/{id}";
    }

    @GetMapping("/{id}")
    String draft(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String check,
            Actor actor,
            Model model) {
        DraftSheet draft = drafting.draft(id, actor);
        Region place = new Region(draft.region());
        List<String> codes = draft.items().stream().map(AskedItem::code).toList();
        model.addAttribute("draft", draft);
        model.addAttribute("place", place);
        model.addAttribute("today", WorkingDays.today(clock));
        model.addAttribute("itemNames", words.items(place, codes));
        model.addAttribute(
                "projectName", preparing.named(draft.project()).map(Choice::name).orElse(null));
        model.addAttribute("hints", hints(checking.form(place, codes)));
        List<Papers.Line> papers =
                draft.papers().stream()
                        .map(
                                paper ->
                                        new Papers.Line(
                                                paper.ids(),
                                                words.either(paper.nameZh(), paper.nameEn()),
                                                paper.required(),
                                                false,
                                                "",
                                                List.of(),
                                                null,
                                                null,
                                                paper.file(),
                                                paper.fileName()))
                        .toList();
        Objections.show(check == null ? null : draft.check(), papers, words, model);
        return "intake/draft";
    }

    private Map<String, Hints> hints(List<AskedField> fields) {
        Map<String, Hints> hints = new HashMap<>();
        for (AskedField field : fields) {
            String reasons = words.join(words.either(field.reasonsZh(), field.reasonsEn()));
            hints.put(field.field(), new Hints(field, reasons));
        }
        return hints;
    }

    /** Saves what was written, and then checks or submits it when that was asked. */
    @PostMapping("/{id}")
    @FormOn(page = "/console/intake/drafts/{id}", form = "draft")
    String save(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam(required = false) @Nullable List<String> confirm,
            @RequestParam(required = false) @Nullable List<String> reuse,
            @RequestParam Map<String, String> typed,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes to) {
        DraftSheet draft = drafting.draft(id, actor);
        Map<String, String> answers = new HashMap<>();
        for (FieldLine field : draft.fields()) {
            answers.put(field.field(), typed.getOrDefault(ANSWER + field.field(), ""));
        }
        Set<String> again = new LinkedHashSet<>();
        if (reuse != null) {
            reuse.forEach(key -> again.addAll(Arrays.asList(key.split(" "))));
        }
        List<GivenMaterial> given = new ArrayList<>();
        for (PaperLine paper : draft.papers()) {
            UUID file = uploads.take(request, "file-" + paper.ids().getFirst(), actor);
            if (file != null) {
                paper.ids().forEach(material -> given.add(new GivenMaterial(material, file)));
                paper.ids().forEach(again::remove);
            }
        }
        DraftSheet saved =
                drafting.save(
                        id,
                        new Save(
                                answers,
                                confirm == null ? Set.of() : new HashSet<>(confirm),
                                given,
                                again),
                        Versions.seen(version),
                        actor);
        if (then.equals("submit")) {
            drafting.submit(id, Versions.seen(saved.version()), actor);
            to.addFlashAttribute("notice", "intake.done.submitted");
            return "redirect:/console/intake/applications/{id}/receipt";
        }
        to.addFlashAttribute("notice", "intake.done.draft-saved");
        if (then.equals("check")) {
            to.addAttribute("check", "");
        }
        return "redirect:/console/intake/drafts/{id}";
    }

    @PostMapping("/{id}/removal")
    @FormOn(page = "/console/intake/drafts/{id}", form = "removal")
    String discard(
            @PathVariable UUID id, @RequestParam long version, Actor actor, RedirectAttributes to) {
        drafting.discard(id, Versions.seen(version), actor);
        to.addFlashAttribute("notice", "intake.done.draft-removed");
        return "redirect:/console/intake/drafts";
    }
}
