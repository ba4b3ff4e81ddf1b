package org.xiangmuzhang.intake.adapter.in.console;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.port.in.FollowingUp;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.port.in.Preparing.Chosen;
import org.xiangmuzhang.intake.port.in.Preparing.Offered;
import org.xiangmuzhang.intake.port.in.Preparing.Paper;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.Submitting;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The way to a new application in three steps: the project, its items, then modes, papers and
 * promises. Every step is an address of its own; the last one carries the application's id, so that
 * sending it twice submits it once.
 */
@Controller
@RequestMapping("/console/intake/applications")
class SubmissionPages {

    private final Preparing preparing;
    private final Submitting submitting;
    private final Uploads uploads;
    private final Words words;
    private final FollowingUp followingUp;
    private final Clock clock;

    SubmissionPages(
            Preparing preparing,
            Submitting submitting,
            Uploads uploads,
            Words words,
            FollowingUp followingUp,
            Clock clock) {
        this.followingUp = followingUp;
        this.preparing = preparing;
        this.submitting = submitting;
        this.uploads = uploads;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/new")
    String begin(
            @RequestParam(defaultValue = "") String project,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String choose,
            Actor actor,
            Model model) {
        actor.mustBe(Role.APPLICANT, Role.STEWARD);
        List<Choice> projects = preparing.projects(actor);
        model.addAttribute("projects", names(projects));
        model.addAttribute("alone", actor.role() == Role.APPLICANT);
        model.addAttribute("project", project);
        model.addAttribute("q", q);
        model.addAttribute("step", 1);
        if (project.isEmpty()) {
            return "intake/new";
        }
        Choice chosen = Asked.project(project, preparing, actor);
        Region place = chosen == null ? actor.region() : chosen.region();
        UUID id = chosen == null ? null : chosen.project();
        List<String> codes = item == null ? List.of() : item.stream().distinct().toList();
        model.addAttribute("place", place);
        model.addAttribute("projectName", chosen == null ? null : chosen.name());
        model.addAttribute("codes", codes);
        if (codes.isEmpty() || choose != null) {
            items(place, id, codes, q, model);
        } else {
            form(preparing.chosen(place, id, codes), place, model);
        }
        return "intake/new";
    }

    private static Map<String, String> names(List<Choice> projects) {
        Map<String, String> names = new LinkedHashMap<>();
        projects.forEach(one -> names.put(one.project().toString(), one.name()));
        return names;
    }

    private void items(
            Region place, @Nullable UUID project, List<String> codes, String q, Model model) {
        List<Offered> offered = preparing.items(place, project, q);
        model.addAttribute("step", 2);
        model.addAttribute(
                "groups",
                offered.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.item().stage(),
                                        TreeMap::new,
                                        Collectors.toList())));
        List<String> shown = offered.stream().map(one -> one.item().code()).toList();
        model.addAttribute(
                "elsewhereChosen", codes.stream().filter(code -> !shown.contains(code)).toList());
    }

    private void form(List<Chosen> chosen, Region place, Model model) {
        List<Paper> papers = preparing.papers(chosen.stream().map(Chosen::item).toList());
        Map<String, Map<String, String>> modes = new LinkedHashMap<>();
        for (Chosen one : chosen) {
            modes.put(
                    one.item().code(),
                    words.of("mode", one.modes().stream().map(Mode::name).toList()));
        }
        model.addAttribute("step", 3);
        model.addAttribute("chosen", chosen);
        model.addAttribute("modes", modes);
        model.addAttribute("papers", papers);
        model.addAttribute("reviewed", chosen.stream().anyMatch(SubmissionPages::isReviewed));
        model.addAttribute("key", Ids.next(clock));
        model.addAttribute("promise", followingUp.text(place));
        model.addAttribute(
                "promising",
                chosen.stream().anyMatch(SubmissionPages::isReviewed)
                        || chosen.stream().anyMatch(one -> one.modes().contains(Mode.COMMITMENT))
                        || papers.stream().anyMatch(SubmissionPages::committable));
    }

    private static boolean committable(Paper paper) {
        return Boolean.TRUE.equals(paper.material().committable());
    }

    private static boolean isReviewed(Chosen chosen) {
        return chosen.item().procedures().stream()
                .anyMatch(kind -> List.of("EXPERT", "EVAL").contains(kind.name()));
    }

    @PostMapping
    @FormOn(
            page = "/console/intake/applications/new",
            form = "application",
            keep = {"project", "item"})
    String submit(
            @RequestParam UUID key,
            @RequestParam String project,
            @RequestParam List<String> item,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes to) {
        actor.mustBe(Role.APPLICANT, Role.STEWARD);
        Choice chosen = Asked.project(project, preparing, actor);
        Region place = chosen == null ? actor.region() : chosen.region();
        UUID enterprise = chosen == null ? actor.enterprise() : chosen.enterprise();
        if (enterprise == null) {
            throw Refusal.forbidden("not-your-enterprise");
        }
        List<String> codes = item.stream().distinct().toList();
        List<GivenMaterial> given = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> promised = new ArrayList<>();
        List<String> instead = values(request, "promised");
        for (Paper paper : preparing.papers(items(place, chosen, codes))) {
            String field = "file-" + paper.ids().getFirst();
            UUID file = uploads.take(request, field, actor);
            if (file != null) {
                paper.ids().forEach(id -> given.add(new GivenMaterial(id, file)));
                paper.ids().forEach(id -> fields.add(field));
            } else if (instead.contains(paper.ids().getFirst())) {
                promised.addAll(paper.ids());
            }
        }
        SubmitApplication application =
                new SubmitApplication(
                        key,
                        place,
                        enterprise,
                        chosen == null ? null : chosen.project(),
                        Asked.items(codes, request),
                        given,
                        uploads.take(request, "ownerPromise", actor),
                        uploads.take(request, "designPromise", actor),
                        promised,
                        request.getParameter("promiseText"),
                        Map.of());
        to.addAttribute("id", key);
        try {
            submitting.submit(application, actor);
            to.addFlashAttribute("notice", "intake.done.submitted");
        } catch (Refusal refusal) {
            if (!refusal.rule().equals("application-exists")) {
                throw onTheForm(refusal, codes, fields);
            }
        }
        return "redirect:/console/intake/applications/{id}/receipt";
    }

    private static List<String> values(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? List.of() : List.of(values);
    }

    private List<Item> items(Region place, @Nullable Choice project, List<String> codes) {
        return preparing.chosen(place, project == null ? null : project.project(), codes).stream()
                .map(Chosen::item)
                .toList();
    }

    /**
     * The same refusal, its pointers named after the fields of the form. An item that is not listed
     * any more has none, so that the sentence stands above the form.
     */
    private static Refusal onTheForm(Refusal refusal, List<String> codes, List<String> fields) {
        if (refusal.kind() != Refusal.Kind.INVALID || refusal.rule().equals("item-not-listed")) {
            return refusal;
        }
        List<String> pointers = new ArrayList<>();
        for (String pointer : refusal.pointers()) {
            String[] parts = pointer.split("/");
            List<String> names =
                    switch (parts.length > 2 ? parts[1] : "") {
                        case "items" -> codes.stream().map(code -> "mode-" + code).toList();
                        case "materials" -> fields;
                        default -> List.of();
                    };
            int at = names.isEmpty() ? 0 : Integer.parseInt(parts[2]);
            pointers.add(at < names.size() ? "/" + names.get(at) : pointer);
        }
        return Refusal.invalid(refusal.rule(), pointers, refusal.arguments().toArray());
    }
}
