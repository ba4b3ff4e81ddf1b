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
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.TakingOver;
import org.xiangmuzhang.steward.port.in.Watching;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Taking over a running project on the screen: a trial first, then all of it. */
@Controller
@RequestMapping("/console/projects/{id}/take-over")
class ConsoleTakeOver {

    private static final String PAGE = "/console/projects/{id}/take-over";

    private final TakingOver taking;
    private final Recording recording;
    private final Watching watching;
    private final Proofs proofs;
    private final MessageSource messages;

    ConsoleTakeOver(
            TakingOver taking,
            Recording recording,
            Watching watching,
            Proofs proofs,
            MessageSource messages) {
        this.taking = taking;
        this.recording = recording;
        this.watching = watching;
        this.proofs = proofs;
        this.messages = messages;
    }

    @GetMapping
    String form(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID file,
            Actor actor,
            Locale locale,
            Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        model.addAttribute("project", project);
        TakingOver.@Nullable Report report = file == null ? null : taking.look(actor, id, file);
        model.addAttribute("report", report);
        Map<TakingOver.Fault, String> sentences = new HashMap<>();
        if (report != null) {
            report.rows().stream()
                    .flatMap(row -> row.faults().stream())
                    .forEach(fault -> sentences.put(fault, sentence(fault, locale)));
        }
        model.addAttribute("sentences", sentences);
        return "steward/take-over";
    }

    private String sentence(TakingOver.Fault fault, Locale locale) {
        String key = "problem." + fault.rule();
        Object[] arguments = fault.arguments().stream().map(String::valueOf).toArray();
        String said = messages.getMessage(key, arguments, fault.rule(), locale);
        return said == null ? fault.rule() : said;
    }

    @PostMapping
    @FormOn(page = PAGE, form = "take-over", fields = "file=sheet")
    String look(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile sheet,
            @RequestParam(name = "kept-sheet", required = false) @Nullable UUID kept,
            Actor actor,
            RedirectAttributes next) {
        recording.mustBeOpenTo(actor, id);
        UUID file =
                proofs.given(
                        watching.project(actor, id, null).region(), actor, "sheet", sheet, kept);
        if (file == null) {
            throw Refusal.invalid("takeover-empty", "/file");
        }
        taking.look(actor, id, file);
        next.addAttribute("id", id);
        next.addAttribute("file", file);
        return "redirect:" + PAGE;
    }

    @PostMapping("/confirmation")
    @FormOn(page = PAGE, form = "confirmation")
    String takeOver(
            @PathVariable UUID id,
            @RequestParam UUID file,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        taking.takeOver(actor, id, ConsoleDecisions.seen(version), file);
        return ConsoleDecisions.done(id, "steward.notice.taken-over", next);
    }
}
