package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.api.Parcels;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.CorrectDecidedElsewhere;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.NoteMilestone;
import org.xiangmuzhang.steward.domain.project.ReachMilestone;
import org.xiangmuzhang.steward.domain.project.RecordDecidedElsewhere;
import org.xiangmuzhang.steward.events.DecidedElsewhere;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Component("steward.records")
class Records implements Recording {

    /** An item that went so is not decided here, nor under way. */
    private static final Set<String> REFUSED = Set.of("REJECTED", "REVOKED");

    private static final Set<String> GONE = Set.of("WITHDRAWN", "TURNED_AWAY");

    private final ProjectLog log;
    private final ProjectRegister register;
    private final Access access;
    private final Catalog catalog;
    private final Applications applications;
    private final Papers papers;
    private final Remarks remarks;
    private final Parcels parcels;
    private final Clock clock;

    Records(
            ProjectLog log,
            ProjectRegister register,
            Access access,
            Catalog catalog,
            Applications applications,
            Papers papers,
            Remarks remarks,
            Parcels parcels,
            Clock clock) {
        this.log = log;
        this.register = register;
        this.access = access;
        this.catalog = catalog;
        this.applications = applications;
        this.papers = papers;
        this.remarks = remarks;
        this.parcels = parcels;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void decidedElsewhere(
            Actor actor, UUID project, long version, ExternalDecision decision) {
        ProjectView found = recordable(actor, project);
        Item item = item(found, decision.itemCode());
        papers.mustBeUsable(decision.file(), actor, found, "/file");
        Dossier dossier = access.held(project, version);
        mustBeElsewhere(item, dossier, here(project));
        log.send(record(project, decision));
    }

    @Override
    @Transactional
    public void correct(
            Actor actor, UUID project, long version, ExternalDecision right, String reason) {
        ProjectView found = recordable(actor, project);
        DecidedElsewhere wrong = access.held(project, version).elsewhere().get(right.itemCode());
        if (wrong == null || !wrong.file().equals(right.file())) {
            papers.mustBeUsable(right.file(), actor, found, "/file");
        }
        UUID remark = remarks.write(found.region(), actor.person(), reason, "/reason");
        log.send(new CorrectDecidedElsewhere(project, record(project, right), remark));
    }

    private RecordDecidedElsewhere record(UUID project, ExternalDecision decision) {
        return new RecordDecidedElsewhere(
                project,
                decision.itemCode(),
                decision.documentNumber().strip(),
                decision.decidedOn(),
                decision.file(),
                decision.verifiedOn(),
                WorkingDays.today(clock));
    }

    @Override
    public boolean isByHand(String milestone) {
        return !Milestones.isOfPlatform(milestone) && !Milestones.isOfLand(milestone);
    }

    @Override
    @Transactional(readOnly = true)
    public void mustBeOpenTo(Actor actor, UUID project) {
        recordable(actor, project);
    }

    @Override
    @Transactional
    public void milestone(
            Actor actor, UUID project, long version, String itemCode, LocalDate on, UUID proof) {
        ProjectView found = recordable(actor, project);
        if (!item(found, itemCode).milestone()) {
            throw Refusal.invalid("item-is-no-milestone", "/itemCode", itemCode);
        }
        if (!isByHand(itemCode)) {
            throw Refusal.invalid("milestone-not-by-hand", "/itemCode", itemCode);
        }
        papers.mustBeUsable(proof, actor, found, "/proof");
        access.held(project, version);
        log.send(new ReachMilestone(project, itemCode, on, proof, WorkingDays.today(clock)));
    }

    @Override
    @Transactional
    public void milestone(UUID project, String itemCode, LocalDate on) {
        register.hold(project);
        if (register.byId(project).isPresent()) {
            LocalDate today = WorkingDays.today(clock);
            log.send(new NoteMilestone(project, itemCode, on.isAfter(today) ? today : on));
        }
    }

    /**
     * What the platform itself knows of a project, looked up once.
     *
     * @param states of what was applied for and is not gone, by item
     * @param land whether parcels are recorded
     */
    record Here(Map<String, List<String>> states, boolean land) {

        List<String> states(String item) {
            return states.getOrDefault(item, List.of());
        }
    }

    /** Also what lies below the place that the caller's post reaches. */
    Here here(UUID project) {
        return Sight.ALL.during(
                () ->
                        new Here(
                                applications.ofProject(project).stream()
                                        .flatMap(application -> application.tasks().stream())
                                        .filter(task -> !GONE.contains(task.state()))
                                        .collect(
                                                Collectors.groupingBy(
                                                        TaskView::itemCode,
                                                        Collectors.mapping(
                                                                TaskView::state,
                                                                Collectors.toList()))),
                                !parcels.ofProject(project).isEmpty()));
    }

    /** The first of the items that is decided already, here or elsewhere. */
    Optional<String> decided(UUID project, Collection<String> items) {
        Dossier dossier = log.now(project).orElseThrow(() -> Refusal.notFound("project-unknown"));
        Here here = here(project);
        return items.stream()
                .filter(
                        item ->
                                dossier.elsewhere().containsKey(item)
                                        || dossier.milestones().containsKey(item)
                                        || here.states(item).contains("APPROVED"))
                .findFirst();
    }

    /** Refuses what the platform itself has decided, or has under its hands. */
    void mustBeElsewhere(Item item, Dossier dossier, Here here) {
        String code = item.code();
        if (Milestones.isOfPlatform(code)) {
            throw Refusal.invalid("milestone-not-by-hand", "/itemCode", code);
        }
        if (item.milestone() && dossier.milestones().containsKey(code)) {
            throw Refusal.conflict("item-decided-here", code);
        }
        if (Milestones.isOfLand(code) && here.land()) {
            throw Refusal.conflict("land-is-recorded-here", code);
        }
        List<String> states = here.states(code);
        if (states.contains("APPROVED")) {
            throw Refusal.conflict("item-decided-here", code);
        }
        if (!states.stream().allMatch(REFUSED::contains)) {
            throw Refusal.conflict("item-under-way-here", code);
        }
        if (!states.isEmpty()) {
            throw Refusal.conflict("item-rejected-here", code);
        }
    }

    /** The project's own steward, or any clerk of its region. */
    ProjectView recordable(Actor actor, UUID project) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.STEWARD, Role.CLERK);
        if (actor.role() == Role.STEWARD) {
            Access.mustBeItsSteward(actor, found);
        }
        return found;
    }

    private Item item(ProjectView project, String code) {
        return catalog.item(project.region(), code)
                .orElseThrow(() -> Refusal.invalid("item-unknown", "/itemCode", code));
    }
}
