package org.xiangmuzhang.parties.mergers;

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
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages on which enterprises found twice are noticed, merged, and looked back at. */
@Controller
@RequestMapping("/console/parties")
class ConsoleMergers {

    private static final String HERE = "/console/parties/mergers";
    private static final String ONE = HERE + "/{merger}";
    private static final int SHOWN = 20;

    private final Merging merging;
    private final Enterprises enterprises;
    private final People people;
    private final Remarks remarks;

    ConsoleMergers(Merging merging, Enterprises enterprises, People people, Remarks remarks) {
        this.merging = merging;
        this.enterprises = enterprises;
        this.people = people;
        this.remarks = remarks;
    }

    @GetMapping("/mergers")
    String all(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        Cursor cursor = Cursor.parse(after, 2);
        model.addAttribute(
                "page",
                Page.of(
                        merging.lookAlikes(
                                actor,
                                cursor == null ? null : cursor.id(0),
                                cursor == null ? null : cursor.id(1),
                                Page.USUAL),
                        Page.USUAL,
                        pair -> Cursor.of(pair.one().id(), pair.other().id())));
        model.addAttribute("after", after);
        model.addAttribute("waiting", merging.waiting(actor, null, SHOWN));
        model.addAttribute("mayPropose", actor.role() == Role.ADMINISTRATOR);
        return "parties/mergers";
    }

    @GetMapping("/mergers/new")
    String proposing(
            @RequestParam UUID kept,
            @RequestParam(required = false) @Nullable String code,
            Actor actor,
            Model model) {
        actor.mustBe(Role.ADMINISTRATOR);
        model.addAttribute("kept", merging.standing(actor, kept));
        model.addAttribute("code", code);
        return "parties/merging";
    }

    @GetMapping("/mergers/{merger}")
    String one(@PathVariable UUID merger, Actor actor, Model model) {
        Merging.Sheet sheet = merging.one(actor, merger);
        Merger it = sheet.merger();
        Merger.Decision decision = it.decision();
        model.addAttribute("merger", it);
        model.addAttribute("sides", List.of(sheet.kept(), sheet.dissolved()));
        model.addAttribute(
                "names",
                people.names(
                        decision == null
                                ? List.of(it.proposedBy())
                                : List.of(it.proposedBy(), decision.by()),
                        actor,
                        Occasion.MATTER));
        model.addAttribute(
                "reasons",
                remarks.texts(
                        decision == null
                                ? List.of(it.reason())
                                : List.of(it.reason(), decision.reason())));
        boolean waits = it.state() == Merger.State.PROPOSED;
        boolean own = it.proposedBy().equals(actor.person());
        model.addAttribute("own", own && waits);
        model.addAttribute(
                "mayConfirm", waits && !own && actor.role() == Role.SECURITY_ADMINISTRATOR);
        model.addAttribute("zone", WorkingDays.ZONE);
        return "parties/merger";
    }

    @PostMapping("/mergers")
    @FormOn(page = HERE + "/new", form = "merger", keep = "kept", fields = "dissolved=code")
    String propose(
            @RequestParam UUID kept,
            @RequestParam String code,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        actor.mustBe(Role.ADMINISTRATOR);
        UUID dissolved =
                enterprises
                        .byCode(SocialCreditCode.of(code))
                        .map(Enterprise::id)
                        .orElseThrow(() -> Refusal.invalid("enterprise-unknown", "/dissolved"));
        Merger proposed = merging.propose(actor, kept, dissolved, reason);
        return done("parties.merger.proposed", proposed.id(), next);
    }

    @PostMapping("/mergers/{merger}/decision")
    @FormOn(page = ONE, form = "decision")
    String decide(
            @PathVariable UUID merger,
            @RequestParam Merger.State outcome,
            @RequestParam String reason,
            Actor actor,
            RedirectAttributes next) {
        merging.decide(actor, merger, outcome, reason);
        return done("parties.merger.decided." + outcome, merger, next);
    }

    @GetMapping("/enterprises/{enterprise}/history")
    String history(
            @PathVariable UUID enterprise,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Page<Happened> page =
                Page.of(
                        merging.history(actor, enterprise, Cursor.idOf(after), Page.USUAL),
                        Page.USUAL,
                        line -> Cursor.of(line.id()));
        model.addAttribute("enterprise", enterprises.byId(enterprise).orElseThrow());
        model.addAttribute("page", page);
        model.addAttribute("after", after);
        model.addAttribute(
                "names",
                people.names(
                        page.items().stream()
                                .flatMap(line -> Stream.of(line.by(), line.person()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        actor,
                        Occasion.MATTER));
        model.addAttribute(
                "reasons", remarks.texts(page.items().stream().map(Happened::reason).toList()));
        model.addAttribute("zone", WorkingDays.ZONE);
        return "parties/history";
    }

    private static String done(String notice, UUID merger, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addAttribute("merger", merger);
        return "redirect:" + ONE;
    }
}
