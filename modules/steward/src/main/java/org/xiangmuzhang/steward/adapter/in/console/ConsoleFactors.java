package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
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
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.ListingFactors;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Ticketing;
import org.xiangmuzhang.steward.port.in.Watching;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** 要素清单 on the screen. */
@Controller
@RequestMapping("/console/projects/{id}/factors")
class ConsoleFactors {

    private final ListingFactors listing;
    private final Ticketing ticketing;
    private final Watching watching;
    private final Proofs proofs;
    private final MessageSource messages;
    private final Clock clock;

    ConsoleFactors(
            ListingFactors listing,
            Ticketing ticketing,
            Watching watching,
            Proofs proofs,
            MessageSource messages,
            Clock clock) {
        this.listing = listing;
        this.ticketing = ticketing;
        this.watching = watching;
        this.proofs = proofs;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String factors(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        ProjectSheet project = watching.project(actor, id, null);
        model.addAttribute("project", project);
        model.addAttribute("factors", listing.factors(actor, id, locale));
        model.addAttribute("mayList", actor.holder().equals(project.steward()));
        model.addAttribute("units", ticketing.units(project.region(), locale));
        Map<String, String> kinds = new LinkedHashMap<>();
        for (ListingFactors.Kind kind : ListingFactors.Kind.values()) {
            kinds.put(
                    kind.name(),
                    messages.getMessage("word.factorKind." + kind, null, locale)
                            + " ("
                            + messages.getMessage("steward.factor.unit." + kind, null, locale)
                            + ")");
        }
        model.addAttribute("kinds", kinds);
        Map<String, String> states = new LinkedHashMap<>();
        for (ListingFactors.State state : ListingFactors.State.values()) {
            states.put(state.name(), messages.getMessage("word.state." + state, null, locale));
        }
        model.addAttribute("states", states);
        return "steward/factors";
    }

    @PostMapping
    @FormOn(page = "/console/projects/{id}/factors", form = "factor")
    String list(
            @PathVariable UUID id,
            @RequestParam ListingFactors.Kind kind,
            @RequestParam(required = false) @Nullable BigDecimal amount,
            @RequestParam String department,
            @RequestParam LocalDate needed,
            Actor actor,
            RedirectAttributes next) {
        listing.list(
                actor,
                id,
                new ListingFactors.Need(Ids.next(clock), kind, amount, department, needed));
        return done(id, "steward.notice.factor-listed", next);
    }

    @PostMapping("/{factor}/moves")
    @FormOn(page = "/console/projects/{id}/factors", form = "move", fields = "file=proof")
    String move(
            @PathVariable UUID id,
            @PathVariable UUID factor,
            @RequestParam ListingFactors.State state,
            @RequestParam(required = false) @Nullable LocalDate needed,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            @RequestParam(name = "kept-proof", required = false) @Nullable UUID kept,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        UUID file =
                proofs.given(
                        watching.project(actor, id, null).region(), actor, "proof", proof, kept);
        listing.move(
                actor,
                id,
                factor,
                ConsoleDecisions.seen(version),
                new ListingFactors.Move(state, needed, file));
        return done(id, "steward.notice.factor-moved", next);
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("id", id);
        return "redirect:/console/projects/{id}/factors";
    }

    @GetMapping("/{factor}/files/{file}")
    ResponseEntity<?> file(
            @PathVariable UUID id,
            @PathVariable UUID factor,
            @PathVariable UUID file,
            Actor actor) {
        return Downloads.of(listing.paper(actor, id, factor, file));
    }
}
