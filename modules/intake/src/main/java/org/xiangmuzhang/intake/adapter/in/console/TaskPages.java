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
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.intake.adapter.in.Versions;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.Examining;
import org.xiangmuzhang.intake.port.in.FollowingUp;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.port.in.TaskFilter;
import org.xiangmuzhang.intake.port.in.TaskLine;
import org.xiangmuzhang.intake.port.in.TaskSheet;
import org.xiangmuzhang.intake.port.in.ToDecide;
import org.xiangmuzhang.intake.port.in.Verdict;
import org.xiangmuzhang.intake.spi.ProjectPlans;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A department's desk, and the page on which it decides. */
@Controller
@RequestMapping("/console/intake/tasks")
class TaskPages {

    private static final String HERE = "/console/intake/tasks/{id}";
    private static final String PAGE = "redirect:" + HERE;

    private final LookingUp lookingUp;
    private final Examining examining;
    private final Preparing preparing;
    private final Uploads uploads;
    private final Words words;
    private final Settling settling;
    private final FollowingUp followingUp;
    private final Checking checking;

    TaskPages(
            LookingUp lookingUp,
            Examining examining,
            Preparing preparing,
            Uploads uploads,
            Words words,
            Settling settling,
            FollowingUp followingUp,
            Checking checking) {
        this.followingUp = followingUp;
        this.checking = checking;
        this.lookingUp = lookingUp;
        this.examining = examining;
        this.preparing = preparing;
        this.uploads = uploads;
        this.words = words;
        this.settling = settling;
    }

    @GetMapping
    String desk(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Cursor from = Cursor.parse(after, 1);
        TaskFilter filter =
                new TaskFilter(
                        department,
                        state.isEmpty() ? null : state,
                        from == null ? null : from.id(0));
        List<TaskLine> found = lookingUp.tasks(filter, Page.USUAL + 1, actor);
        model.addAttribute("page", Page.of(found, Page.USUAL, line -> Cursor.of(line.task().id())));
        model.addAttribute("first", after == null ? null : "?state=" + state);
        model.addAttribute("state", state);
        model.addAttribute("after", after);
        model.addAttribute("deciding", actor.role() == Role.APPROVER && state.isEmpty());
        model.addAttribute("outcomes", words.of("outcome", List.of("APPROVED", "REJECTED")));
        model.addAttribute("states", List.of("", "PAUSED", "PRE_APPROVED", "APPROVED", "REJECTED"));
        return "intake/tasks";
    }

    @GetMapping("/{id}")
    String task(@PathVariable UUID id, Actor actor, Model model) {
        TaskSheet sheet = lookingUp.task(id, actor);
        String state = sheet.task().state();
        boolean simulated = sheet.task().mode() == Mode.SIMULATED;
        boolean examining = actor.role() == Role.APPROVER && state.equals("IN_DEPARTMENT");
        model.addAttribute("sheet", sheet);
        model.addAttribute("desk", actor.role() == Role.APPROVER || actor.role() == Role.HEAD);
        model.addAttribute("simulated", simulated);
        model.addAttribute("examining", examining);
        model.addAttribute("paused", actor.role() == Role.APPROVER && state.equals("PAUSED"));
        model.addAttribute(
                "outcomes",
                words.of(
                        "outcome",
                        simulated
                                ? List.of("REJECTED")
                                : sheet.mayOwe()
                                        ? List.of("APPROVED", "APPROVED_WITH_OWED", "REJECTED")
                                        : List.of("APPROVED", "REJECTED")));
        model.addAttribute(
                "obligations",
                followingUp.ofApplication(sheet.task().application(), actor).stream()
                        .filter(one -> one.task().equals(id))
                        .toList());
        model.addAttribute("kinds", words.of("procedure", sheet.possibleProcedures()));
        Region place =
                lookingUp.application(sheet.task().application(), actor).application().region();
        model.addAttribute("place", place);
        model.addAttribute("itemName", name(sheet));
        List<Papers.Line> papers =
                Papers.of(sheet.materials(), Map.of(), List.of(), List.of(), words);
        model.addAttribute("papers", papers);
        Objections.show(
                checking.of(sheet.task().application(), actor).orElse(null), papers, words, model);
        model.addAttribute(
                "beforehand",
                Before.of(
                        preparing.steps(sheet.project()),
                        List.of(sheet.task().itemCode()),
                        place,
                        words));
        model.addAttribute(
                "projectName",
                preparing.named(sheet.project()).map(ProjectPlans.Choice::name).orElse(null));
        return "intake/task";
    }

    @PostMapping("/{id}/procedures")
    @FormOn(page = HERE, form = "procedure")
    String beginProcedure(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam SpecialProcedure kind,
            @RequestParam LocalDate expectedUntil,
            Actor actor,
            RedirectAttributes to) {
        examining.beginProcedure(id, kind, expectedUntil, Versions.seen(version), actor);
        return done(to, "paused");
    }

    @PostMapping("/{id}/procedures/end")
    @FormOn(page = HERE, form = "procedure-end")
    String endProcedure(
            @PathVariable UUID id, @RequestParam long version, Actor actor, RedirectAttributes to) {
        examining.endProcedure(id, null, Versions.seen(version), actor);
        return done(to, "resumed");
    }

    @PostMapping("/{id}/decision")
    @FormOn(page = HERE, form = "decision", fields = "remark=reason")
    String decide(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String documentNumber,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes to) {
        Verdict verdict =
                new Verdict(
                        outcome,
                        documentNumber.isBlank() ? null : documentNumber,
                        uploads.take(request, "document", actor),
                        reason.isBlank() ? null : reason);
        examining.decide(id, verdict, Versions.seen(version), actor);
        return done(to, "decided");
    }

    @PostMapping("/decisions")
    @FormOn(
            page = "/console/intake/tasks",
            form = "together",
            keep = "after",
            fields = {"tasks=task", "outcome=outcome"})
    String decideEach(
            @RequestParam(required = false) @Nullable List<UUID> task,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Locale language,
            RedirectAttributes to) {
        Map<UUID, TaskSheet> sheets = new LinkedHashMap<>();
        List<ToDecide> several = new ArrayList<>();
        for (UUID one : task == null ? List.<UUID>of() : task) {
            sheets.put(one, lookingUp.task(one, actor));
            String number = typed.getOrDefault("number-" + one, "");
            Verdict verdict =
                    new Verdict(
                            outcome,
                            number.isBlank() ? null : number,
                            null,
                            reason.isBlank() ? null : reason);
            several.add(new ToDecide(one, verdict, Settling.seen(typed, one)));
        }
        settling.tell(
                examining.decideEach(several, actor),
                one -> {
                    TaskSheet sheet = Objects.requireNonNull(sheets.get(one));
                    return new Settling.Named(
                            name(sheet), sheet.number(), "/console/intake/tasks/" + one);
                },
                language,
                to);
        return "redirect:/console/intake/tasks";
    }

    @PostMapping("/{id}/pre-approval")
    @FormOn(page = HERE, form = "opinion")
    String preApprove(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String documentNumber,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes to) {
        examining.preApprove(
                id,
                documentNumber.isBlank() ? null : documentNumber,
                uploads.take(request, "document", actor),
                Versions.seen(version),
                actor);
        return done(to, "pre-approved");
    }

    private String name(TaskSheet sheet) {
        return words.either(sheet.itemName(), sheet.itemNameEn());
    }

    private static String done(RedirectAttributes to, String what) {
        to.addFlashAttribute("notice", "intake.done." + what);
        return PAGE;
    }
}
