package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.obligation.Obligation;
import org.xiangmuzhang.intake.domain.obligation.ObligationHead;
import org.xiangmuzhang.intake.domain.obligation.ObligationSnapshot;
import org.xiangmuzhang.intake.domain.obligation.ObligationState;
import org.xiangmuzhang.intake.domain.obligation.PromiseText;
import org.xiangmuzhang.intake.domain.obligation.Term;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.port.in.ObligationFilter;
import org.xiangmuzhang.intake.port.in.ObligationSheet;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.intake.port.out.Obligations;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Remarks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each may read of obligations, with names and words. */
@Component
class ObligationRoom {

    private static final Set<ObligationState> STANDING =
            EnumSet.of(ObligationState.OPEN, ObligationState.IN_QUESTION);

    private final Obligations obligations;
    private final Dossiers dossiers;
    private final Preparing preparing;
    private final CaseFiles files;
    private final LocalRules rules;
    private final Access access;
    private final Catalog catalog;
    private final Regions regions;
    private final Enterprises enterprises;
    private final Remarks remarks;

    ObligationRoom(
            Obligations obligations,
            Dossiers dossiers,
            Preparing preparing,
            CaseFiles files,
            LocalRules rules,
            Access access,
            Catalog catalog,
            Regions regions,
            Enterprises enterprises,
            Remarks remarks) {
        this.obligations = obligations;
        this.dossiers = dossiers;
        this.preparing = preparing;
        this.files = files;
        this.rules = rules;
        this.access = access;
        this.catalog = catalog;
        this.regions = regions;
        this.enterprises = enterprises;
        this.remarks = remarks;
    }

    List<ObligationSheet> list(ObligationFilter filter, int limit, Actor actor) {
        ObligationFilter.Place after = filter.after();
        boolean official = actor.role() == Role.APPROVER || actor.role() == Role.HEAD;
        if (official && actor.department() == null
                || actor.role() == Role.APPLICANT && actor.enterprise() == null) {
            throw Refusal.forbidden("role-may-not", actor.role().name());
        }
        List<Obligation> found =
                obligations.find(
                        new Obligations.Asked(
                                regionsOf(actor),
                                official ? actor.department() : null,
                                actor.role() == Role.APPLICANT ? actor.enterprise() : null,
                                actor.role() == Role.STEWARD ? projectsOf(actor) : null,
                                states(filter.state()),
                                after == null ? null : after.due(),
                                after == null ? null : after.id(),
                                limit));
        return sheets(found);
    }

    private @Nullable Set<Region> regionsOf(Actor actor) {
        return switch (actor.role()) {
            case CLERK, SUPERVISOR, LEADER, AUDITOR, APPROVER, HEAD -> regions.reachOf(actor);
            case APPLICANT, STEWARD -> null;
            default -> throw Refusal.forbidden("role-may-not", actor.role().name());
        };
    }

    private Collection<UUID> projectsOf(Actor actor) {
        return preparing.projects(actor).stream().map(Choice::project).toList();
    }

    private static Set<ObligationState> states(@Nullable String state) {
        return state == null
                ? STANDING
                : Set.of(
                        Arrays.stream(ObligationState.values())
                                .filter(one -> one.name().equals(state))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                Refusal.invalid(
                                                        "obligation-state", "/state", state)));
    }

    List<ObligationSheet> of(UUID application, Actor actor) {
        Dossier dossier =
                dossiers.byId(application)
                        .filter(found -> access.sees(actor, found, files.today()))
                        .orElseThrow(() -> Refusal.notFound("application-unknown", application));
        List<Obligation> seen =
                obligations.ofApplication(application).stream()
                        .filter(one -> one.state() != ObligationState.VOID)
                        .filter(one -> sees(actor, one, dossier))
                        .toList();
        return sheets(seen, List.of(dossier));
    }

    boolean sees(Actor actor, Obligation obligation, Dossier dossier) {
        return access.sees(actor, dossier, files.today())
                && access.sees(actor, dossier.task(obligation.head().about().task()));
    }

    private List<ObligationSheet> sheets(List<Obligation> found) {
        return sheets(
                found,
                dossiers.byIds(
                        found.stream()
                                .map(one -> one.head().about().application())
                                .collect(Collectors.toSet())));
    }

    ObligationSheet sheet(Obligation obligation, Dossier dossier) {
        return sheets(List.of(obligation), List.of(dossier)).getFirst();
    }

    /** With names and words, each kind of which is read once for all. */
    private List<ObligationSheet> sheets(List<Obligation> found, List<Dossier> of) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, Dossier> known =
                of.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> one.application().id(), Function.identity()));
        Map<UUID, String> names =
                enterprises.names(
                        of.stream()
                                .map(one -> one.application().head().enterprise())
                                .distinct()
                                .toList());
        Map<UUID, String> texts =
                remarks.texts(
                        found.stream()
                                .flatMap(one -> Stream.ofNullable(one.snapshot().remark()))
                                .toList());
        return found.stream()
                .map(
                        one ->
                                sheet(
                                        one,
                                        Objects.requireNonNull(
                                                known.get(one.head().about().application())),
                                        names,
                                        texts))
                .toList();
    }

    private ObligationSheet sheet(
            Obligation obligation,
            Dossier dossier,
            Map<UUID, String> names,
            Map<UUID, String> texts) {
        ObligationSnapshot kept = obligation.snapshot();
        ObligationHead head = kept.head();
        ApplicationHead application = dossier.application().head();
        ItemTerms terms = dossier.task(head.about().task()).head().terms();
        Optional<Item> item =
                catalog.itemInVersion(application.region(), terms.code(), terms.version());
        Optional<Material> material =
                item.stream()
                        .flatMap(it -> it.materials().stream())
                        .filter(it -> it.id().equals(head.material()))
                        .findFirst();
        Term term = kept.term();
        UUID remark = kept.remark();
        return new ObligationSheet(
                head.id(),
                kept.version(),
                application.id(),
                application.number(),
                head.about().task(),
                terms.code(),
                item.map(Item::nameZh).orElse(terms.code()),
                item.map(Item::nameEn).orElse(terms.code()),
                application.region(),
                terms.department(),
                application.project(),
                application.enterprise(),
                names.getOrDefault(application.enterprise(), ""),
                head.kind().name(),
                head.material(),
                material.map(Material::nameZh).orElse(head.material()),
                material.map(Material::nameEn).orElse(head.material()),
                head.textVersion(),
                head.textVersion() == null ? null : words(application.region(), head),
                head.givenOn(),
                kept.state().name(),
                term == null ? null : term.due(),
                kept.remindedOn(),
                kept.cause() == null ? null : kept.cause().name(),
                kept.source(),
                kept.movedOn(),
                remark == null ? null : texts.get(remark));
    }

    /** As they stood on the day of the promise; null where they were set anew within that day. */
    private @Nullable String words(Region place, ObligationHead head) {
        LocalDate day = head.givenOn();
        PromiseText text = rules.promiseText(place, day);
        return Objects.equals(text.version(), head.textVersion()) ? text.words() : null;
    }
}
