package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.Mandate;
import org.xiangmuzhang.steward.port.in.SeeingActs;
import org.xiangmuzhang.steward.port.out.ActsInName;
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

/** Stewards act in enterprises' names as far as a mandate reaches; all of it is kept. */
@Component("steward.actingInName")
class ActingInName implements Mandates, SeeingActs {

    private static final String MISSING = "mandate-missing";

    private final ProjectLog log;
    private final ProjectRegister register;
    private final Access access;
    private final ActsInName acts;
    private final Catalog catalog;
    private final People people;
    private final Clock clock;
    private final TransactionTemplate apart;

    ActingInName(
            ProjectLog log,
            ProjectRegister register,
            Access access,
            ActsInName acts,
            Catalog catalog,
            People people,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.register = register;
        this.access = access;
        this.acts = acts;
        this.catalog = catalog;
        this.people = people;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<UUID> covering(
            UUID steward, UUID enterprise, @Nullable UUID project, Mandates.Act act, LocalDate on) {
        return project == null
                ? Optional.empty()
                : register.covering(steward, enterprise, project, act.name(), on);
    }

    @Override
    @Transactional
    public UUID use(Deed deed) {
        return Sight.ALL.during(() -> used(deed));
    }

    /**
     * Materials that somebody brings for a project: a steward does so in the enterprise's name, as
     * far as its mandate reaches; for the enterprise itself nothing is asked.
     */
    @Transactional
    public void supply(Actor actor, ProjectView project, Collection<String> items) {
        if (actor.role() == Role.STEWARD) {
            use(
                    new Deed(
                            actor,
                            project.enterprise(),
                            project.id(),
                            Mandates.Act.SUPPLY,
                            Set.copyOf(items),
                            null,
                            WorkingDays.today(clock)));
        }
    }

    private UUID used(Deed deed) {
        ProjectView project =
                Optional.ofNullable(deed.project())
                        .flatMap(register::byId)
                        .filter(found -> found.enterprise().equals(deed.enterprise()))
                        .orElseThrow(() -> Refusal.forbidden(MISSING, deed.act().name()));
        UUID steward = deed.actor().holder();
        acts.hold(project.id(), steward);
        try {
            log.now(project.id()).ifPresent(dossier -> dossier.charge().mustBeOpen());
            UUID mandate =
                    Mandate.covering(
                            mandates(project.id(), steward),
                            deed.act().name(),
                            stages(project, deed.items()),
                            deed.on());
            acts.keep(row(deed, project, mandate, null));
            return mandate;
        } catch (Refusal refused) {
            apart.executeWithoutResult(
                    status -> acts.keep(row(deed, project, null, refused.rule())));
            throw refused;
        }
    }

    /** Those of the present steward; of a former one none holds any more. */
    private List<Mandate> mandates(UUID project, UUID steward) {
        return log
                .now(project)
                .filter(dossier -> steward.equals(dossier.steward()))
                .map(Dossier::mandates)
                .orElse(List.of())
                .stream()
                .filter(mandate -> mandate.signed().steward().equals(steward))
                .toList();
    }

    private Map<String, String> stages(ProjectView project, Set<String> items) {
        return items.stream()
                .collect(
                        Collectors.toMap(
                                item -> item,
                                item ->
                                        catalog.item(project.region(), item)
                                                .map(known -> known.stage().name())
                                                .orElse("")));
    }

    private ActsInName.Row row(
            Deed deed, ProjectView project, @Nullable UUID mandate, @Nullable String refused) {
        return new ActsInName.Row(
                Ids.next(clock),
                project.region(),
                project.id(),
                project.enterprise(),
                mandate,
                deed.actor().holder(),
                deed.actor().person(),
                deed.act().name(),
                deed.items().stream().sorted().toList(),
                deed.application(),
                clock.instant(),
                refused);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SeeingActs.Act> acts(
            Actor actor, @Nullable UUID project, @Nullable UUID after, int limit) {
        if (project == null) {
            actor.mustBe(Role.APPLICANT, Role.STEWARD);
            boolean steward = actor.role() == Role.STEWARD;
            return lines(
                    actor,
                    acts.list(
                            null,
                            steward ? null : actor.enterprise(),
                            steward ? actor.holder() : null,
                            after,
                            limit));
        }
        ProjectView found = access.visible(actor, project);
        actor.mustBe(Role.APPLICANT, Role.STEWARD, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);
        boolean others = Access.isAnothersSteward(actor, found.steward());
        return lines(actor, acts.list(project, null, others ? actor.holder() : null, after, limit));
    }

    private List<SeeingActs.Act> lines(Actor actor, List<ActsInName.Row> rows) {
        Map<UUID, String> projects =
                register.names(rows.stream().map(ActsInName.Row::project).distinct().toList());
        Map<UUID, String> names =
                people.names(
                        rows.stream().map(ActsInName.Row::person).distinct().toList(),
                        actor,
                        Occasion.MATTER);
        return rows.stream()
                .map(
                        row ->
                                new SeeingActs.Act(
                                        row.id(),
                                        row.project(),
                                        projects.getOrDefault(row.project(), ""),
                                        row.act(),
                                        row.items(),
                                        row.application(),
                                        row.mandate(),
                                        row.steward(),
                                        row.person(),
                                        names.get(row.person()),
                                        row.at(),
                                        row.refused()))
                .toList();
    }
}
