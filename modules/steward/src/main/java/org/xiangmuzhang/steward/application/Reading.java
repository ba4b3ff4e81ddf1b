package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.Mandate;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.in.BoardLine;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.LibraryEntry;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Watching;
import org.xiangmuzhang.steward.port.out.Board;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Component("steward.reading")
class Reading implements Watching {

    /** Projects counted for the board's figures; of more it is said that there are. */
    private static final int COUNTED = 10_000;

    private static final Set<Role> NO_READERS_OF_LIBRARY =
            Set.of(Role.APPLICANT, Role.INTERMEDIARY, Role.CATALOG_EDITOR);

    private final Access access;
    private final ProjectLog log;
    private final Board board;
    private final Timeline timeline;
    private final Catalog catalog;
    private final Regions regions;
    private final People people;
    private final Enterprises enterprises;
    private final BoardLights lights;
    private final PlanSheets sheets;

    Reading(
            Access access,
            ProjectLog log,
            Board board,
            Timeline timeline,
            Catalog catalog,
            Regions regions,
            People people,
            Enterprises enterprises,
            BoardLights lights,
            PlanSheets sheets) {
        this.access = access;
        this.log = log;
        this.board = board;
        this.timeline = timeline;
        this.catalog = catalog;
        this.regions = regions;
        this.people = people;
        this.enterprises = enterprises;
        this.lights = lights;
        this.sheets = sheets;
    }

    @Override
    @Transactional(readOnly = true)
    public BoardPage board(Actor actor, BoardFilter filter) {
        Board.Selection selection = selection(actor, filter);
        List<Board.Entry> found =
                board.list(
                        lights.only(selection, filter.light()),
                        filter.afterUrgency(),
                        filter.afterProject(),
                        filter.limit() + 1);
        List<Board.Entry> page = found.subList(0, Math.min(found.size(), filter.limit()));
        Board.Entry last = found.size() > page.size() ? page.getLast() : null;
        return new BoardPage(
                lines(actor, page),
                last == null ? null : last.urgency(),
                last == null ? null : last.row().project());
    }

    @Override
    @Transactional(readOnly = true)
    public BoardTotals totals(Actor actor, BoardFilter filter) {
        Board.Selection selection = selection(actor, filter);
        Board.Totals totals = board.totals(lights.only(selection, filter.light()), COUNTED + 1);
        return new BoardTotals(
                Math.min(totals.projects(), COUNTED),
                totals.projects() > COUNTED,
                totals.open(),
                totals.running(),
                totals.late(),
                board.totals(lights.warned(selection), COUNTED).projects());
    }

    private Board.Selection selection(Actor actor, BoardFilter filter) {
        if (actor.role() == Role.INTERMEDIARY || actor.role() == Role.CATALOG_EDITOR) {
            throw Refusal.forbidden("role-may-not", actor.role().name());
        }
        return new Board.Selection(
                placesOf(actor, filter.region()),
                actor.role() == Role.APPLICANT ? Objects.requireNonNull(actor.enterprise()) : null,
                filter.steward(),
                null,
                Set.of());
    }

    /** The region asked for with what lies below it, as far as the actor's post reaches. */
    private @Nullable Set<Region> placesOf(Actor actor, @Nullable Region asked) {
        if (actor.role() == Role.APPLICANT) {
            return asked == null ? null : regions.within(asked);
        }
        if (asked == null) {
            return regions.reachOf(actor);
        }
        access.mustReach(actor, asked);
        return Regions.LOOK_DOWN.contains(actor.role()) ? regions.within(asked) : Set.of(asked);
    }

    private List<BoardLine> lines(Actor actor, List<Board.Entry> entries) {
        Map<UUID, String> lit =
                lights.of(entries.stream().map(entry -> entry.row().project()).toList());
        Map<UUID, String> names =
                people.names(
                        entries.stream()
                                .map(entry -> entry.row().steward())
                                .filter(Objects::nonNull)
                                .toList(),
                        actor,
                        Occasion.MATTER);
        return entries.stream().map(entry -> line(entry, lit, names)).toList();
    }

    private BoardLine line(Board.Entry entry, Map<UUID, String> lit, Map<UUID, String> names) {
        Board.Row row = entry.row();
        Optional<Item> next =
                row.nextItem() == null
                        ? Optional.empty()
                        : catalog.item(row.region(), row.nextItem());
        return new BoardLine(
                row.project(),
                entry.name(),
                entry.code(),
                row.region(),
                entry.projectType(),
                row.steward(),
                row.steward() == null ? null : names.get(row.steward()),
                lit.getOrDefault(row.project(), BoardLights.GREEN),
                next.map(item -> item.stage().name()).orElse(null),
                row.nextItem(),
                next.map(Item::nameZh).orElse(row.nextItem()),
                row.items(),
                row.done(),
                row.running(),
                row.finish(),
                row.target(),
                row.leastSlack());
    }

    @Override
    @Transactional(readOnly = true)
    public List<LibraryEntry> library(
            Actor actor, String projectType, @Nullable UUID after, int limit) {
        if (NO_READERS_OF_LIBRARY.contains(actor.role())) {
            throw Refusal.forbidden("role-may-not", actor.role().name());
        }
        if (catalog.projectType(actor.region(), projectType).isEmpty()) {
            throw Refusal.invalid("project-type-unknown", "/type", projectType);
        }
        return board.finished(regions.reachOf(actor), projectType, after, limit).stream()
                .map(project -> entry(access.visible(actor, project)))
                .toList();
    }

    private LibraryEntry entry(ProjectView project) {
        Dossier dossier = dossier(project.id(), null);
        PlanDrawn plan = Objects.requireNonNull(dossier.plan());
        Courses courses = Objects.requireNonNull(dossier.courses());
        List<PlanDrawn.Step> done =
                plan.steps().stream()
                        .filter(step -> step.actualFinish() != null)
                        .sorted(
                                Comparator.comparing(PlanDrawn.Step::actualFinish)
                                        .thenComparing(PlanDrawn.Step::itemCode))
                        .toList();
        return new LibraryEntry(
                project.id(),
                project.name(),
                project.region(),
                courses.start(),
                done.isEmpty()
                        ? plan.finish()
                        : Objects.requireNonNull(done.getLast().actualFinish()),
                done.stream().map(PlanDrawn.Step::itemCode).toList(),
                PlanSheets.wishes(courses));
    }

    @Override
    @Transactional(readOnly = true)
    public ProjectSheet project(Actor actor, UUID project, @Nullable Instant asOf) {
        ProjectView found = access.visible(actor, project);
        Dossier dossier = dossier(project, asOf);
        UUID steward = dossier.steward();
        Map<UUID, String> names =
                people.names(
                        java.util.stream.Stream.concat(
                                        java.util.stream.Stream.ofNullable(steward),
                                        dossier.mandates().stream().map(m -> m.signed().steward()))
                                .distinct()
                                .toList(),
                        actor,
                        Occasion.MATTER);
        UUID enterprise = dossier.registered().enterprise();
        return new ProjectSheet(
                project,
                found.region(),
                catalog.regionName(found.region()),
                dossier.registered().code(),
                found.name(),
                dossier.registered().projectType(),
                catalog.projectType(found.region(), found.projectType())
                        .map(ProjectType::nameZh)
                        .orElse(found.projectType()),
                enterprise,
                enterprises.names(List.of(enterprise)).getOrDefault(enterprise, ""),
                dossier.registered().industry(),
                dossier.registered().investment(),
                dossier.registered().on(),
                steward,
                steward == null ? null : names.get(steward),
                dossier.mandates().stream().map(mandate -> paper(mandate, names)).toList(),
                dossier.elsewhere().values().stream()
                        .map(
                                it ->
                                        new ProjectSheet.External(
                                                it.itemCode(),
                                                name(found, dossier, it.itemCode(), false),
                                                name(found, dossier, it.itemCode(), true),
                                                it.documentNumber(),
                                                it.decidedOn(),
                                                it.file(),
                                                it.verifiedOn(),
                                                dossier.charge()
                                                        .itemsTakenOver()
                                                        .contains(it.itemCode())))
                        .sorted(Comparator.comparing(ProjectSheet.External::decidedOn))
                        .toList(),
                dossier.milestones().values().stream()
                        .map(
                                it ->
                                        new ProjectSheet.Milestone(
                                                it.itemCode(),
                                                name(found, dossier, it.itemCode(), false),
                                                name(found, dossier, it.itemCode(), true),
                                                it.on(),
                                                it.proof()))
                        .sorted(
                                Comparator.comparing(ProjectSheet.Milestone::on)
                                        .thenComparing(ProjectSheet.Milestone::itemCode))
                        .toList(),
                dossier.version());
    }

    private Dossier dossier(UUID project, @Nullable Instant asOf) {
        return (asOf == null ? log.now(project) : log.asOf(project, asOf))
                .orElseThrow(() -> Refusal.notFound("project-unknown"));
    }

    private static ProjectSheet.Mandate paper(Mandate mandate, Map<UUID, String> names) {
        return new ProjectSheet.Mandate(
                mandate.signed().mandate(),
                mandate.signed().steward(),
                names.get(mandate.signed().steward()),
                mandate.signed().acts(),
                mandate.signed().from(),
                mandate.signed().until(),
                mandate.signed().file(),
                mandate.revokedOn(),
                Objects.requireNonNullElse(mandate.signed().stages(), List.of()),
                Objects.requireNonNullElse(mandate.signed().items(), List.of()));
    }

    /** As the plan had it; before the first plan as the catalog has it. */
    private String name(ProjectView project, Dossier dossier, String code, boolean english) {
        PlanDrawn.Words said = dossier.words(code);
        if (said != null) {
            return english ? said.en() : said.zh();
        }
        return catalog.item(project.region(), code)
                .map(english ? Item::nameEn : Item::nameZh)
                .orElse(code);
    }

    @Override
    @Transactional(readOnly = true)
    public PlanSheet plan(Actor actor, UUID project, @Nullable Instant asOf) {
        ProjectView found = access.visible(actor, project);
        Dossier dossier = dossier(project, asOf);
        PlanDrawn plan = dossier.plan();
        Courses courses = dossier.courses();
        if (plan == null || courses == null) {
            throw Refusal.notFound("plan-unknown");
        }
        return sheets.of(found, dossier, plan, courses, asOf == null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Happening> timeline(
            Actor actor,
            UUID project,
            @Nullable Instant asOf,
            long after,
            int limit,
            Locale language) {
        ProjectView found = access.visible(actor, project);
        return timeline.of(actor, found, asOf, after, limit, language);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Happening> latest(
            Actor actor,
            UUID project,
            @Nullable Instant asOf,
            @Nullable Long before,
            int limit,
            Locale language) {
        ProjectView found = access.visible(actor, project);
        return timeline.latest(actor, found, asOf, before, limit, language);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Instant> moments(Actor actor, UUID project, int most) {
        access.visible(actor, project);
        return timeline.moments(project, most);
    }
}
