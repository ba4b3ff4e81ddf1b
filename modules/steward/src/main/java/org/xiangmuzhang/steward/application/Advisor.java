package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.advice.Advice;
import org.xiangmuzhang.steward.domain.advice.Available;
import org.xiangmuzhang.steward.domain.advice.Course;
import org.xiangmuzhang.steward.domain.advice.Situation;
import org.xiangmuzhang.steward.domain.advice.WhatIf;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;
import org.xiangmuzhang.steward.port.in.AdviceSheet;
import org.xiangmuzhang.steward.port.in.Advising;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.WhatIfSheet;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.util.List;
import java.util.UUID;

/** Works out what would shorten or move a project, from the catalog and the facts of today. */
@Component("steward.advisor")
class Advisor implements Advising {

    private final Access access;
    private final ProjectLog log;
    private final Situations situations;
    private final Catalog catalog;
    private final ReferenceTables tables;
    private final TransactionTemplate reading;

    private record Standing(Region region, Situation situation) {}

    Advisor(
            Access access,
            ProjectLog log,
            Situations situations,
            Catalog catalog,
            ReferenceTables tables,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.log = log;
        this.situations = situations;
        this.catalog = catalog;
        this.tables = tables;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Searches after all is read, so that no connection waits for it. */
    @Override
    public AdviceSheet advice(Actor actor, UUID project) {
        Standing standing = reading.execute(status -> standing(actor, project));
        Situation situation = standing.situation();
        var sources = new Sources(catalog, tables, standing.region());
        Advice advice = Advice.on(situation, Advice.MOST);
        return new AdviceSheet(
                project,
                situation.today(),
                advice.present().finish(),
                advice.plain() == null ? null : advice.plain().finish(),
                advice.open().stream().map(it -> taken(it, situation, sources)).toList(),
                Available.excluded(situation).stream()
                        .map(
                                item ->
                                        new AdviceSheet.Excluded(
                                                sources.named(item.code()),
                                                item.exclusion().category().name(),
                                                item.exclusion().clause()))
                        .toList(),
                advice.options().stream().map(it -> option(it, situation, sources)).toList(),
                advice.complete(),
                advice.drawn(),
                Advice.beyond(situation).stream().map(sources::ground).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public WhatIfSheet whatIf(Actor actor, UUID project, List<Supposed> suppositions) {
        Dossier dossier = dossier(actor, project);
        if (dossier.courses() == null) {
            throw Refusal.notFound("plan-unknown");
        }
        Situation situation = situations.of(project, dossier);
        WhatIf found = WhatIf.of(situation, new Suppositions(situation).of(suppositions));
        return new WhatIfLines(
                        project,
                        situation,
                        new Sources(catalog, tables, dossier.registered().region()))
                .sheet(found);
    }

    private Standing standing(Actor actor, UUID project) {
        Dossier dossier = dossier(actor, project);
        return new Standing(dossier.registered().region(), situations.of(project, dossier));
    }

    private Dossier dossier(Actor actor, UUID project) {
        access.visible(actor, project);
        return log.now(project).orElseThrow(() -> Refusal.notFound("project-unknown"));
    }

    private static AdviceSheet.Option option(
            Advice.Option option, Situation situation, Sources sources) {
        return new AdviceSheet.Option(
                option.plan().finish(),
                option.saved(),
                option.obligations(),
                option.courses().stream().map(it -> taken(it, situation, sources)).toList(),
                wishes(situation, option),
                option.plan().steps().stream()
                        .filter(step -> step.critical() && step.days() > 0)
                        .map(Step::itemCode)
                        .filter(sources::isAssumed)
                        .map(sources::named)
                        .toList());
    }

    private static AdviceSheet.Taken taken(
            Advice.Effect effect, Situation situation, Sources sources) {
        Course course = effect.course();
        String item = course.item();
        return new AdviceSheet.Taken(
                course.kind().name(),
                item.isEmpty() ? null : sources.named(item),
                switch (course.kind()) {
                    case PARALLEL -> null;
                    case MERGED -> sources.merger(item);
                    case SIMULATED, OWED -> sources.eligibility(item);
                },
                Available.grounds(situation, course).stream().map(sources::ground).toList(),
                situation.merged().stream()
                        .filter(one -> course.kind() == Course.Kind.MERGED)
                        .filter(one -> one.code().equals(item))
                        .map(MergedItem::replaces)
                        .flatMap(List::stream)
                        .map(sources::named)
                        .toList(),
                effect.alone(),
                effect.within(),
                null,
                switch (course.kind()) {
                    case PARALLEL, MERGED -> List.of();
                    case SIMULATED -> List.of("VOID_WITHOUT_CONDITION", "NO_BUILDING_ON_IT");
                    case OWED -> List.of("OWED_MATERIALS");
                },
                effect.settled());
    }

    private static PlanSheet.Wishes wishes(Situation situation, Advice.Option option) {
        Courses courses =
                situation.with(option.courses().stream().map(Advice.Effect::course).toList());
        return new PlanSheet.Wishes(
                courses.start(),
                situation.chosen().target(),
                situation.chosen().stageTargetsByCode(),
                courses.conditional().stream().sorted().toList(),
                courses.simulated().stream().sorted().toList(),
                courses.merged().stream().sorted().toList(),
                courses.owed().stream().sorted().toList(),
                courses.parallel());
    }
}
