package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The forms that record what no application shows: decisions made elsewhere, and milestones. */
@Controller
@RequestMapping("/console/projects/{id}")
class ConsoleRecords {

    private final Watching watching;
    private final Recording recording;
    private final Proofs proofs;
    private final Catalog catalog;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleRecords(
            Watching watching,
            Recording recording,
            Proofs proofs,
            Catalog catalog,
            MessageSource messages,
            Clock clock) {
        this.watching = watching;
        this.recording = recording;
        this.proofs = proofs;
        this.catalog = catalog;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/external-decisions")
    String elsewhere(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        Predicate<ProjectType.Need> open = open(watching.project(actor, id, null));
        form(
                id,
                actor,
                locale,
                model,
                need ->
                        !need.item().milestone()
                                || open.test(need) && !recording.isByHand(need.item().code()));
        return "steward/external-decision";
    }

    @GetMapping("/milestones")
    String milestones(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        Predicate<ProjectType.Need> open = open(watching.project(actor, id, null));
        form(
                id,
                actor,
                locale,
                model,
                need -> open.test(need) && recording.isByHand(need.item().code()));
        return "steward/milestone";
    }

    /** Milestones that the project has not reached. */
    private static Predicate<ProjectType.Need> open(ProjectSheet project) {
        Set<String> reached =
                project.milestones().stream()
                        .map(ProjectSheet.Milestone::itemCode)
                        .collect(Collectors.toSet());
        return need -> need.item().milestone() && !reached.contains(need.item().code());
    }

    private void form(
            UUID id, Actor actor, Locale locale, Model model, Predicate<ProjectType.Need> which) {
        ProjectSheet project = watching.project(actor, id, null);
        var words = new ItemWords(catalog, project.region(), messages, locale);
        model.addAttribute("project", project);
        model.addAttribute(
                "items",
                catalog.projectType(project.region(), project.projectType())
                        .map(type -> ConsolePlans.items(type, words, which))
                        .orElse(Map.of()));
        model.addAttribute("today", WorkingDays.today(clock));
    }

    @PostMapping("/external-decisions")
    @FormOn(
            page = "/console/projects/{id}/external-decisions",
            form = "elsewhere",
            fields = "file=proof")
    String decidedElsewhere(
            @PathVariable UUID id,
            @RequestParam String itemCode,
            @RequestParam String documentNumber,
            @RequestParam LocalDate decidedOn,
            @RequestParam(required = false) @Nullable LocalDate verifiedOn,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            @RequestParam(name = "kept-proof", required = false) @Nullable UUID kept,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        UUID file = proof(id, actor, proof, kept);
        recording.decidedElsewhere(
                actor,
                id,
                ConsoleDecisions.seen(version),
                new Recording.ExternalDecision(
                        itemCode, documentNumber, decidedOn, file, verifiedOn));
        return ConsoleDecisions.done(id, "steward.notice.recorded", next);
    }

    @GetMapping("/external-decisions/{item}/correction")
    String correction(
            @PathVariable UUID id,
            @PathVariable String item,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        model.addAttribute("project", project);
        model.addAttribute("known", known(project, item));
        model.addAttribute("english", locale.getLanguage().equals("en"));
        return "steward/correction";
    }

    private static ProjectSheet.External known(ProjectSheet project, String item) {
        return project.decidedElsewhere().stream()
                .filter(known -> known.itemCode().equals(item))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("elsewhere-unknown", item));
    }

    @PostMapping("/external-decisions/{item}/correction")
    @FormOn(
            page = "/console/projects/{id}/external-decisions/{item}/correction",
            form = "correction",
            fields = "file=proof")
    String correct(
            @PathVariable UUID id,
            @PathVariable String item,
            @RequestParam String documentNumber,
            @RequestParam LocalDate decidedOn,
            @RequestParam(required = false) @Nullable LocalDate verifiedOn,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            @RequestParam(name = "kept-proof", required = false) @Nullable UUID kept,
            @RequestParam String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        recording.mustBeOpenTo(actor, id);
        ProjectSheet project = watching.project(actor, id, null);
        UUID given = proofs.given(project.region(), actor, "proof", proof, kept);
        recording.correct(
                actor,
                id,
                ConsoleDecisions.seen(version),
                new Recording.ExternalDecision(
                        item,
                        documentNumber,
                        decidedOn,
                        given == null ? known(project, item).file() : given,
                        verifiedOn),
                reason);
        return ConsoleDecisions.done(id, "steward.notice.corrected", next);
    }

    @PostMapping("/milestones")
    @FormOn(page = "/console/projects/{id}/milestones", form = "milestone")
    String milestone(
            @PathVariable UUID id,
            @RequestParam String itemCode,
            @RequestParam LocalDate on,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            @RequestParam(name = "kept-proof", required = false) @Nullable UUID kept,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        recording.milestone(
                actor,
                id,
                ConsoleDecisions.seen(version),
                itemCode,
                on,
                proof(id, actor, proof, kept));
        return ConsoleDecisions.done(id, "steward.notice.milestone", next);
    }

    private UUID proof(
            UUID project, Actor actor, @Nullable MultipartFile proof, @Nullable UUID kept) {
        recording.mustBeOpenTo(actor, project);
        Region region = watching.project(actor, project, null).region();
        UUID file = proofs.given(region, actor, "proof", proof, kept);
        if (file == null) {
            throw Refusal.invalid("proof-missing", "/proof");
        }
        return file;
    }
}
