package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The forms on a project's page: who answers for it, and under which mandate. */
@Controller
@RequestMapping("/console/projects/{id}")
class ConsoleDecisions {

    private static final String PAGE = "/console/projects/{id}";

    private final Watching watching;
    private final Registering registering;
    private final Entrusting entrusting;
    private final Proofs proofs;
    private final Clock clock;

    ConsoleDecisions(
            Watching watching,
            Registering registering,
            Entrusting entrusting,
            Proofs proofs,
            Clock clock) {
        this.watching = watching;
        this.registering = registering;
        this.entrusting = entrusting;
        this.proofs = proofs;
        this.clock = clock;
    }

    @PostMapping("/steward")
    @FormOn(page = PAGE, form = "appointment")
    String appoint(
            @PathVariable UUID id,
            @RequestParam UUID steward,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        registering.appoint(
                actor,
                id,
                seen(version),
                steward,
                reason == null || reason.isBlank() ? null : reason);
        return done(id, "steward.notice.appointed", next);
    }

    @PostMapping("/mandates")
    @FormOn(page = PAGE, form = "mandate", fields = "file=paper")
    String sign(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> acts,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable List<String> stages,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam(required = false) @Nullable MultipartFile paper,
            @RequestParam(name = "kept-paper", required = false) @Nullable UUID kept,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        actor.mustBe(Role.APPLICANT);
        UUID file =
                proofs.given(
                        watching.project(actor, id, null).region(), actor, "paper", paper, kept);
        entrusting.sign(
                actor,
                id,
                seen(version),
                new Entrusting.Paper(
                        Ids.next(clock), scope(acts, from, until, stages, items), file));
        return done(id, "steward.notice.signed", next);
    }

    @PostMapping("/mandates/{mandate}/revocation")
    @FormOn(page = PAGE, form = "revocation")
    String revoke(
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            @RequestParam String reason,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        entrusting.revoke(actor, id, seen(version), mandate, reason);
        return done(id, "steward.notice.revoked", next);
    }

    static Entrusting.Scope scope(
            @Nullable List<String> acts,
            LocalDate from,
            LocalDate until,
            @Nullable List<String> stages,
            @Nullable List<String> items) {
        return new Entrusting.Scope(ticked(acts), from, until, ticked(stages), ticked(items));
    }

    private static List<String> ticked(@Nullable List<String> boxes) {
        return boxes == null ? List.of() : boxes;
    }

    /** The version that a form was made from; below zero would mean any, to a port. */
    static long seen(long version) {
        if (version < 0) {
            throw Refusal.conflict("project-changed-meanwhile");
        }
        return version;
    }

    static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/console/projects/" + id;
    }
}
