package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
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
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.port.in.Batching;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** 打包审批 on the screen: the list, and one batch. */
@Controller
@RequestMapping("/console/projects/batches")
class ConsoleBatches {

    private final Batching batching;
    private final Proofs proofs;
    private final Clock clock;

    ConsoleBatches(Batching batching, Proofs proofs, Clock clock) {
        this.batching = batching;
        this.proofs = proofs;
        this.clock = clock;
    }

    @GetMapping
    String batches(
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        model.addAttribute(
                "page",
                Page.of(
                        batching.list(actor, project, Cursor.idOf(after), Page.USUAL + 1, locale),
                        Page.USUAL,
                        group -> Cursor.of(group.id())));
        model.addAttribute("after", after);
        model.addAttribute("project", project);
        model.addAttribute("mayOpen", project != null && actor.role() == Role.STEWARD);
        return "steward/batches";
    }

    @PostMapping
    @FormOn(page = "/console/projects/batches", form = "batch", keep = "project")
    String open(@RequestParam UUID project, Actor actor, RedirectAttributes next) {
        UUID id = Ids.next(clock);
        batching.open(actor, id, project);
        return done(id, "steward.notice.batch-opened", next);
    }

    @GetMapping("/{batch}")
    String batch(@PathVariable UUID batch, Actor actor, Locale locale, Model model) {
        Batching.Group group = batching.batch(actor, batch, locale);
        model.addAttribute("batch", group);
        model.addAttribute("figures", batching.figures(group.region(), locale));
        return "steward/batch";
    }

    @PostMapping("/{batch}/changes")
    @FormOn(page = "/console/projects/batches/{batch}", form = "change", fields = "file=proof")
    String change(
            @PathVariable UUID batch,
            @RequestParam Batching.Deed deed,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String meaning,
            @RequestParam(required = false) @Nullable BigDecimal value,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String documentNumber,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            @RequestParam(name = "kept-proof", required = false) @Nullable UUID kept,
            @RequestParam long version,
            Actor actor,
            Locale locale,
            RedirectAttributes next) {
        Batching.Group group = batching.batch(actor, batch, locale);
        UUID file = proofs.given(group.region(), actor, "proof", proof, kept);
        batching.change(
                actor,
                batch,
                ConsoleDecisions.seen(version),
                new Batching.Change(deed, project, meaning, value, item, documentNumber, on, file));
        return done(batch, "steward.notice.batch-" + deed, next);
    }

    private static String done(UUID batch, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("batch", batch);
        return "redirect:/console/projects/batches/{batch}";
    }
}
