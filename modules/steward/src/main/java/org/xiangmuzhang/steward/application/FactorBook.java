package org.xiangmuzhang.steward.application;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.factor.Factor;
import org.xiangmuzhang.steward.domain.factor.FactorKind;
import org.xiangmuzhang.steward.domain.factor.FactorState;
import org.xiangmuzhang.steward.events.FactorListed;
import org.xiangmuzhang.steward.events.FactorMoved;
import org.xiangmuzhang.steward.port.in.Fetching;
import org.xiangmuzhang.steward.port.in.ListingFactors;
import org.xiangmuzhang.steward.port.out.Factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

@Component("steward.factors")
class FactorBook implements ListingFactors {

    private final Factors factors;
    private final Access access;
    private final Papers papers;
    private final Units units;
    private final DispatchRules rules;
    private final Files files;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;

    FactorBook(
            Factors factors,
            Access access,
            Papers papers,
            Units units,
            DispatchRules rules,
            Files files,
            Catalog catalog,
            ApplicationEventPublisher events) {
        this.factors = factors;
        this.access = access;
        this.papers = papers;
        this.units = units;
        this.rules = rules;
        this.files = files;
        this.catalog = catalog;
        this.events = events;
    }

    @Override
    @Transactional
    public void list(Actor actor, UUID project, Need need) {
        ProjectView found = access.visible(actor, project);
        Access.mustBeItsSteward(actor, found);
        access.mustStayOpen(project);
        units.mustStand(found.region(), need.department(), "/department");
        mustLieAhead(need.needed());
        Factor factor =
                new Factor(
                        need.id(),
                        found.region(),
                        project,
                        FactorKind.valueOf(need.kind().name()),
                        need.amount(),
                        need.department(),
                        need.needed(),
                        FactorState.MISSING,
                        null,
                        1);
        factors.add(factor);
        events.publishEvent(
                new FactorListed(
                        factor.id(),
                        factor.region(),
                        project,
                        factor.kind().name(),
                        factor.amount(),
                        factor.department(),
                        factor.needed()));
    }

    private void mustLieAhead(LocalDate day) {
        if (day.isBefore(rules.today()) || day.isAfter(rules.today().plusYears(20))) {
            throw Refusal.invalid("factor-day", "/needed", day);
        }
    }

    @Override
    @Transactional
    public void move(Actor actor, UUID project, UUID id, long version, Move move) {
        ProjectView found = access.visible(actor, project);
        Factor factor =
                factors.held(id)
                        .filter(it -> it.project().equals(project))
                        .orElseThrow(() -> Refusal.notFound("factor-unknown"));
        if (!mayMove(actor, found, factor)) {
            throw Refusal.forbidden("factor-not-yours");
        }
        access.mustStayOpen(project);
        if (version >= 0 && factor.version() != version) {
            throw Refusal.conflict("factor-changed-meanwhile");
        }
        LocalDate needed = move.needed() == null ? factor.needed() : move.needed();
        if (!needed.equals(factor.needed())) {
            mustLieAhead(needed);
        }
        if (move.file() != null) {
            papers.mustBeUsable(move.file(), actor, found, "/file");
        }
        Factor moved = factor.moved(FactorState.valueOf(move.state().name()), needed, move.file());
        factors.save(moved);
        events.publishEvent(
                new FactorMoved(
                        moved.id(),
                        moved.region(),
                        project,
                        moved.kind().name(),
                        moved.department(),
                        moved.needed(),
                        moved.state().name(),
                        moved.file()));
    }

    /** The steward of the project, and who acts for the department that supplies it. */
    private static boolean mayMove(Actor actor, ProjectView project, Factor factor) {
        return switch (actor.role()) {
            case STEWARD -> actor.holder().equals(project.steward());
            case APPROVER, HEAD -> factor.department().equals(actor.department());
            default -> false;
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sheet> factors(Actor actor, UUID project, Locale language) {
        ProjectView found = access.visible(actor, project);
        List<Factor> all = factors.ofProject(project);
        Map<UUID, StoredFile> proofs =
                files.byIds(all.stream().map(Factor::file).filter(Objects::nonNull).toList());
        LocalDate soon = rules.ahead(found.region());
        return all.stream()
                .map(
                        it -> {
                            UUID file = it.file();
                            StoredFile proof = file == null ? null : proofs.get(file);
                            return new Sheet(
                                    it.id(),
                                    it.kind().name(),
                                    it.amount(),
                                    it.department(),
                                    catalog.departmentName(it.region(), it.department(), language),
                                    it.needed(),
                                    it.state().name(),
                                    it.file(),
                                    proof == null ? null : proof.name(),
                                    it.isLate(rules.today()),
                                    it.isMissing() && !it.needed().isAfter(soon),
                                    mayMove(actor, found, it),
                                    it.version());
                        })
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Fetching.Paper paper(Actor actor, UUID project, UUID factor, UUID file) {
        access.visible(actor, project);
        StoredFile stored =
                factors.byIds(List.of(factor)).stream()
                        .filter(it -> it.project().equals(project))
                        .filter(it -> file.equals(it.file()))
                        .findFirst()
                        .flatMap(it -> files.byId(file))
                        .orElseThrow(() -> Refusal.notFound("file-unknown"));
        return new Fetching.Paper(
                stored.name(), stored.mediaType(), stored.size(), files.open(file));
    }
}
