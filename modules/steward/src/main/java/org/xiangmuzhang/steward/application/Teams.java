package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Charge;
import org.xiangmuzhang.steward.domain.project.ChooseService;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.JoinTeam;
import org.xiangmuzhang.steward.domain.project.LeaveTeam;
import org.xiangmuzhang.steward.domain.project.SignHandover;
import org.xiangmuzhang.steward.events.HandoverPrepared;
import org.xiangmuzhang.steward.events.ServiceChosen;
import org.xiangmuzhang.steward.port.in.Staffing;
import org.xiangmuzhang.steward.port.in.TeamSheet;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Teams of projects: who follows them, how, and what passes on with them. */
@Component("steward.teams")
class Teams implements Staffing {

    /** Who works on projects. */
    private static final Set<Role> WORK =
            Set.of(Role.STEWARD, Role.CLERK, Role.APPROVER, Role.HEAD, Role.LEADER);

    private final Access access;
    private final ProjectLog log;
    private final People people;
    private final Remarks remarks;
    private final Catalog catalog;
    private final Regions regions;
    private final Clock clock;

    Teams(
            Access access,
            ProjectLog log,
            People people,
            Remarks remarks,
            Catalog catalog,
            Regions regions,
            Clock clock) {
        this.access = access;
        this.log = log;
        this.people = people;
        this.remarks = remarks;
        this.catalog = catalog;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void join(Actor actor, UUID project, long version, Joining joining) {
        ProjectView found = led(actor, project);
        Post post = official(found, joining.login(), "/login");
        for (String item : joining.items()) {
            if (catalog.item(found.region(), item).isEmpty()) {
                throw Refusal.invalid("item-unknown", "/items", item);
            }
        }
        access.held(project, version);
        log.send(
                new JoinTeam(
                        project,
                        post.person(),
                        joining.part(),
                        joining.phases(),
                        joining.items(),
                        post.department(),
                        joining.on(),
                        today()));
    }

    @Override
    @Transactional
    public void leave(Actor actor, UUID project, long version, UUID person, LocalDate on) {
        led(actor, project);
        access.held(project, version);
        log.send(new LeaveTeam(project, person, on, today()));
    }

    @Override
    @Transactional
    public void serve(
            Actor actor,
            UUID project,
            long version,
            String kind,
            String way,
            @Nullable String helper,
            String reason) {
        ProjectView found = led(actor, project);
        UUID last = helper == null ? null : official(found, helper, "/helper").person();
        access.held(project, version);
        UUID remark = remarks.write(found.region(), actor.person(), reason, "/reason");
        log.send(new ChooseService(project, kind, way, last, remark, today()));
    }

    @Override
    @Transactional
    public void sign(Actor actor, UUID project, long version, UUID handover, int pack) {
        access.visible(actor, project);
        actor.mustBe(Role.STEWARD);
        access.held(project, version);
        log.send(new SignHandover(project, handover, actor.person(), pack, today()));
    }

    /** Its steward, or a leader who reaches it. */
    private ProjectView led(Actor actor, UUID project) {
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.STEWARD, Role.LEADER);
        if (actor.role() == Role.STEWARD) {
            Access.mustBeItsSteward(actor, found);
        }
        return found;
    }

    private Post official(ProjectView project, String login, String pointer) {
        return people.byLogin(login.strip()).map(Person::id).stream()
                .flatMap(person -> people.posts(person, today()).stream())
                .filter(post -> post.inPlaceOf() == null && WORK.contains(post.role()))
                .filter(post -> regions.covers(post.region(), project.region()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("team-not-official", pointer));
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    @Override
    @Transactional(readOnly = true)
    public TeamSheet team(Actor actor, UUID project) {
        access.visible(actor, project);
        Dossier dossier = log.now(project).orElseThrow(() -> Refusal.notFound("project-unknown"));
        Charge charge = dossier.charge();
        HandoverPrepared pack = charge.handover();
        boolean former = pack != null && pack.from().equals(actor.holder());
        if (Access.isAnothersSteward(actor, dossier.steward())
                && !former
                && !charge.hasDeputy(actor.holder())
                && !chooses(actor, dossier)) {
            throw Refusal.forbidden("not-the-projects-steward");
        }
        boolean told = former || isTold(actor, dossier);
        Map<UUID, String> names = people.names(ids(dossier), actor, Occasion.MATTER);
        return new TeamSheet(
                project,
                dossier.steward(),
                names.get(dossier.steward()),
                charge.team().stream().map(it -> member(it, names)).toList(),
                service(charge.service(), names, told),
                pack == null || !told ? null : handover(pack, charge, names),
                dossier.version());
    }

    /** Whoever hands over or takes over, the enterprise, and who appoints. */
    private static boolean isTold(Actor actor, Dossier dossier) {
        return switch (actor.role()) {
            case APPLICANT, LEADER, ADMINISTRATOR -> true;
            case STEWARD -> actor.holder().equals(dossier.steward()) || chooses(actor, dossier);
            default -> false;
        };
    }

    /** A steward of the place while the project has none. */
    private static boolean chooses(Actor actor, Dossier dossier) {
        return actor.role() == Role.STEWARD && dossier.steward() == null;
    }

    private static List<UUID> ids(Dossier dossier) {
        Charge charge = dossier.charge();
        HandoverPrepared pack = charge.handover();
        ServiceChosen service = charge.service();
        return Stream.of(
                        Stream.ofNullable(dossier.steward()),
                        charge.team().stream().map(it -> it.joined().person()),
                        Stream.ofNullable(service == null ? null : service.helper()),
                        pack == null ? Stream.<UUID>of() : Stream.of(pack.from(), pack.to()))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static TeamSheet.Member member(Charge.Member member, Map<UUID, String> names) {
        var joined = member.joined();
        return new TeamSheet.Member(
                joined.person(),
                names.get(joined.person()),
                joined.part(),
                joined.phases(),
                joined.items(),
                joined.department(),
                joined.on(),
                member.left());
    }

    private TeamSheet.@Nullable Service service(
            @Nullable ServiceChosen chosen, Map<UUID, String> names, boolean told) {
        return chosen == null
                ? null
                : new TeamSheet.Service(
                        chosen.kind(),
                        chosen.way(),
                        chosen.helper(),
                        chosen.helper() == null ? null : names.get(chosen.helper()),
                        chosen.on(),
                        told ? remarks.text(chosen.remark()).orElse(null) : null);
    }

    private static TeamSheet.Handover handover(
            HandoverPrepared pack, Charge charge, Map<UUID, String> names) {
        var signature = charge.signature();
        return new TeamSheet.Handover(
                pack.handover(),
                pack.from(),
                names.get(pack.from()),
                pack.to(),
                names.get(pack.to()),
                pack.version(),
                pack.on(),
                pack.obligations().stream()
                        .map(
                                it ->
                                        new TeamSheet.Obligation(
                                                it.kind(), it.code(), it.subject(), it.due()))
                        .toList(),
                signature == null ? null : signature.on());
    }
}
