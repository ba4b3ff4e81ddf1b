package org.xiangmuzhang.land.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xiangmuzhang.console.FormOn;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.application.LandForProjects;
import org.xiangmuzhang.land.application.PreparingParcels;
import org.xiangmuzhang.land.application.TransferringParcels;
import org.xiangmuzhang.land.domain.Area;
import org.xiangmuzhang.land.domain.ParcelNumber;
import org.xiangmuzhang.land.domain.Payment;
import org.xiangmuzhang.land.domain.PlanningConditions;
import org.xiangmuzhang.land.domain.Transfer;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** What a land officer does with a parcel; every form carries the version that it was read in. */
@Controller
@RequestMapping("/console/land/parcels")
class ConsoleLandActs {

    private static final String HERE = "/console/land/parcels/{id}";
    private static final String PARCEL = "redirect:" + HERE;

    private final PreparingParcels preparing;
    private final TransferringParcels transferring;
    private final LandForProjects projects;
    private final IndicatorForm indicatorForm;
    private final Enterprises enterprises;
    private final Clock clock;

    ConsoleLandActs(
            PreparingParcels preparing,
            TransferringParcels transferring,
            LandForProjects projects,
            IndicatorForm indicatorForm,
            Enterprises enterprises,
            Clock clock) {
        this.preparing = preparing;
        this.transferring = transferring;
        this.projects = projects;
        this.indicatorForm = indicatorForm;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @PostMapping
    @FormOn(page = "/console/land/parcels", form = "parcel")
    String prepare(
            @RequestParam String number,
            @RequestParam BigDecimal areaSquareMetres,
            Actor actor,
            RedirectAttributes next) {
        UUID id = Ids.next(clock);
        preparing.prepare(
                id,
                new ParcelNumber(number.strip()),
                new Area(areaSquareMetres),
                new PlanningConditions(null, WorkingDays.today(clock), null, null, null),
                actor);
        return done(id, "land.done.prepared", next);
    }

    @PostMapping("/{id}/indicators")
    @FormOn(page = HERE, form = "indicators")
    String indicators(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam Map<String, String> form,
            Actor actor,
            RedirectAttributes next) {
        preparing.setIndicators(id, indicatorForm.thresholds(form, actor), read(version), actor);
        return done(id, "land.done.indicators", next);
    }

    @PostMapping("/{id}/planning-conditions")
    @FormOn(page = HERE, form = "planning-conditions")
    String planningConditions(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam String documentNumber,
            @RequestParam(required = false) @Nullable BigDecimal minimumPlotRatio,
            @RequestParam(required = false) @Nullable BigDecimal maximumPlotRatio,
            @RequestParam(required = false) @Nullable BigDecimal maximumHeight,
            Actor actor,
            RedirectAttributes next) {
        PlanningConditions conditions =
                new PlanningConditions(
                        orNull(documentNumber),
                        WorkingDays.today(clock),
                        minimumPlotRatio,
                        maximumPlotRatio,
                        maximumHeight);
        preparing.changePlanningConditions(id, conditions, read(version), actor);
        return done(id, "land.done.conditions", next);
    }

    @PostMapping("/{id}/reservation")
    @FormOn(page = HERE, form = "reservation")
    String reserve(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam String project,
            Actor actor,
            RedirectAttributes next) {
        preparing.reserve(id, projects.byCode(project.strip()), read(version), actor);
        return done(id, "land.done.reserved", next);
    }

    @PostMapping("/{id}/listing")
    @FormOn(page = HERE, form = "listing")
    String list(
            @PathVariable UUID id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes next) {
        preparing.list(id, read(version), actor);
        return done(id, "land.done.listed", next);
    }

    @PostMapping("/{id}/transfer")
    @FormOn(page = HERE, form = "transfer", fields = "enterprise=socialCreditCode")
    String transfer(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam Transfer.Kind kind,
            @RequestParam String socialCreditCode,
            @RequestParam String project,
            @RequestParam LocalDate signedOn,
            @RequestParam String documentNumber,
            Actor actor,
            RedirectAttributes next) {
        Enterprise enterprise =
                enterprises
                        .byCode(SocialCreditCode.of(socialCreditCode))
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "enterprise-unknown",
                                                "/socialCreditCode",
                                                socialCreditCode));
        Transfer signed = new Transfer(kind, enterprise.id(), signedOn, orNull(documentNumber));
        UUID taker = project.isBlank() ? null : projects.byCode(project.strip());
        transferring.transfer(id, signed, taker, read(version), actor);
        return done(id, "land.done.transferred", next);
    }

    @PostMapping("/{id}/payment")
    @FormOn(page = HERE, form = "payment")
    String pay(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam BigDecimal amount,
            @RequestParam LocalDate paidOn,
            Actor actor,
            RedirectAttributes next) {
        transferring.pay(id, new Payment(amount, paidOn), read(version), actor);
        return done(id, "land.done.paid", next);
    }

    @PostMapping("/{id}/delivery")
    @FormOn(page = HERE, form = "delivery")
    String deliver(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam LocalDate on,
            Actor actor,
            RedirectAttributes next) {
        transferring.deliver(id, on, read(version), actor);
        return done(id, "land.done.delivered", next);
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addAttribute("id", id);
        next.addFlashAttribute("notice", notice);
        return PARCEL;
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static LongConsumer read(long version) {
        return current -> {
            if (current != version) {
                throw Refusal.stale("version-stale", current);
            }
        };
    }
}
