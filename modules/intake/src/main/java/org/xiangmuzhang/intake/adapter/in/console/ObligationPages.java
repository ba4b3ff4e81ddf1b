package org.xiangmuzhang.intake.adapter.in.console;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.CurrentVisitor;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.console.HomeSlot;
import org.xiangmuzhang.console.MenuEntry;
import org.xiangmuzhang.console.Slot;
import org.xiangmuzhang.console.Waiting;
import org.xiangmuzhang.intake.adapter.in.Versions;
import org.xiangmuzhang.intake.api.Settlement;
import org.xiangmuzhang.intake.port.in.FollowingUp;
import org.xiangmuzhang.intake.port.in.ObligationFilter;
import org.xiangmuzhang.intake.port.in.ObligationSheet;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Owed materials and promises: what is to come, to be looked at, or to be said. */
@Controller
@RequestMapping("/console/intake/obligations")
class ObligationPages {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final String LIST = "/console/intake/obligations";
    private static final String HERE = LIST + "/{id}";
    private static final List<String> STATES =
            List.of("", "IN_QUESTION", "FULFILLED", "UPHELD", "REVOKED");

    private final FollowingUp followingUp;
    private final Uploads uploads;
    private final Words words;

    ObligationPages(FollowingUp followingUp, Uploads uploads, Words words) {
        this.followingUp = followingUp;
        this.uploads = uploads;
        this.words = words;
    }

    @Bean
    static MenuEntry obligationsMenu() {
        return new MenuEntry(
                LIST,
                "intake.obligations",
                25,
                Set.of(
                        Role.APPLICANT,
                        Role.STEWARD,
                        Role.CLERK,
                        Role.APPROVER,
                        Role.HEAD,
                        Role.SUPERVISOR,
                        Role.LEADER,
                        Role.AUDITOR));
    }

    /** What an approver has to say, what an enterprise still owes. */
    @Bean
    @Order(12)
    static Slot obligationsHome(
            ObjectProvider<CurrentVisitor> visitors, FollowingUp followingUp, Words words) {
        return new HomeSlot(
                visitors,
                actor ->
                        switch (actor.role()) {
                            case APPROVER ->
                                    waiting("IN_QUESTION", "red", actor, followingUp, words);
                            case APPLICANT -> waiting(null, "yellow", actor, followingUp, words);
                            default -> List.of();
                        });
    }

    private static List<Waiting> waiting(
            @Nullable String state,
            String tone,
            Actor actor,
            FollowingUp followingUp,
            Words words) {
        if (actor.role() == Role.APPROVER
                ? actor.department() == null
                : actor.enterprise() == null) {
            return List.of();
        }
        List<ObligationSheet> found =
                followingUp.obligations(new ObligationFilter(state, null), Waiting.MOST + 1, actor);
        return found.isEmpty()
                ? List.of()
                : List.of(
                        new Waiting(
                                "intake.home.obligations." + actor.role(),
                                Waiting.shown(found.size()),
                                state == null ? LIST : LIST + "?state=" + state,
                                tone,
                                found.stream()
                                        .limit(Waiting.SHOWN)
                                        .map(one -> line(one, words))
                                        .toList()));
    }

    private static Waiting.Line line(ObligationSheet one, Words words) {
        return new Waiting.Line(
                LIST + "/" + one.id(),
                named(one, words),
                words.either(one.itemName(), one.itemNameEn()) + " · " + one.number(),
                words.say("intake.obligation." + one.state()),
                one.due(),
                null);
    }

    private static String named(ObligationSheet one, Words words) {
        String material = one.materialName();
        String english = one.materialNameEn();
        return material == null || english == null
                ? words.say("intake.obligation.kind." + one.kind())
                : words.either(material, english);
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Cursor from = Cursor.parse(after, 2);
        List<ObligationSheet> found =
                followingUp.obligations(
                        new ObligationFilter(
                                STATES.contains(state) && !state.isEmpty() ? state : null,
                                from == null
                                        ? null
                                        : new ObligationFilter.Place(from.date(0), from.id(1))),
                        Page.USUAL + 1,
                        actor);
        model.addAttribute(
                "page",
                Page.of(
                        found,
                        Page.USUAL,
                        one -> Cursor.of(Objects.requireNonNullElse(one.due(), LAST), one.id())));
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        model.addAttribute("after", after);
        model.addAttribute("here", state.isEmpty() ? LIST : LIST + "?state=" + state);
        return "intake/obligations";
    }

    @GetMapping("/{id}")
    String obligation(@PathVariable UUID id, Actor actor, Model model) {
        ObligationSheet sheet = followingUp.obligation(id, actor);
        boolean approver = actor.role() == Role.APPROVER;
        boolean open = sheet.state().equals("OPEN");
        boolean asked = sheet.state().equals("IN_QUESTION");
        model.addAttribute("sheet", sheet);
        model.addAttribute("name", named(sheet, words));
        model.addAttribute("itemName", words.either(sheet.itemName(), sheet.itemNameEn()));
        model.addAttribute(
                "mayArrive",
                !sheet.promise()
                        && (open || asked)
                        && Set.of(Role.APPLICANT, Role.STEWARD, Role.CLERK).contains(actor.role()));
        model.addAttribute("mayVerify", approver && sheet.promise() && open);
        model.addAttribute("maySettle", approver && asked);
        model.addAttribute("findings", words.of("obligation.kept", List.of("true", "false")));
        model.addAttribute(
                "settlements", words.of("settlement", List.of("EXTENDED", "UPHELD", "REVOKED")));
        return "intake/obligation";
    }

    @PostMapping("/{id}/arrival")
    @FormOn(page = HERE, form = "arrival")
    String arrive(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes to) {
        UUID file = uploads.take(request, "file", actor);
        followingUp.arrive(id, file, Versions.seen(version), actor);
        return done(to, "arrived");
    }

    @PostMapping("/{id}/verification")
    @FormOn(page = HERE, form = "verification")
    String verify(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam boolean kept,
            @RequestParam(defaultValue = "") String remark,
            Actor actor,
            RedirectAttributes to) {
        followingUp.verify(id, kept, remark, Versions.seen(version), actor);
        return done(to, "verified");
    }

    @PostMapping("/{id}/settlement")
    @FormOn(page = HERE, form = "settlement", fields = "remark=reason")
    String settle(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam Settlement outcome,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes to) {
        followingUp.settle(id, outcome, until, reason, Versions.seen(version), actor);
        return done(to, "settled");
    }

    private static String done(RedirectAttributes to, String what) {
        to.addFlashAttribute("notice", "intake.done." + what);
        return "redirect:" + HERE;
    }
}
